package mayday.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mayday.recording.Recording.Sample;

/** The samples of one series while they are read: however many come, no more than twice the most are held, each a mean of equally many. */
final class Points {
    private static final int HELD = 2 * Recording.MOST_SAMPLES;

    private long[] millis = new long[16];
    private double[] values = new double[16];
    private int size;
    private int each = 1;
    private long lastMillis;
    private double sum;
    private int gathered;
    private int all;

    /** Adds a value; what is no finite number is a gap. */
    void add(Instant at, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        all++;
        lastMillis = at.toEpochMilli();
        sum += value;
        gathered++;
        if (gathered == each) {
            close();
        }
    }

    /** How many were added. */
    int all() {
        return all;
    }

    private void close() {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        millis[size] = lastMillis;
        values[size] = sum / gathered;
        size++;
        sum = 0;
        gathered = 0;
        if (size == HELD) {
            halve();
        }
    }

    private void halve() {
        for (var i = 0; i < size / 2; i++) {
            millis[i] = millis[2 * i + 1];
            values[i] = (values[2 * i] + values[2 * i + 1]) / 2;
        }
        size /= 2;
        each *= 2;
    }

    /** At most {@code most} samples in order of time. */
    List<Sample> samples(int most) {
        if (gathered > 0) {
            close();
        }
        var sorted = new ArrayList<Sample>();
        for (var i = 0; i < size; i++) {
            sorted.add(new Sample(Instant.ofEpochMilli(millis[i]), values[i]));
        }
        sorted.sort(Comparator.comparing(Sample::at));
        return thinned(sorted, most);
    }

    /** The same with neighbours averaged until there are no more than {@code most}, each at the time of its last. */
    static List<Sample> thinned(List<Sample> samples, int most) {
        var together = (samples.size() + most - 1) / most;
        if (together <= 1) {
            return samples;
        }
        var thinned = new ArrayList<Sample>();
        for (var i = 0; i < samples.size(); i += together) {
            var part = samples.subList(i, Math.min(samples.size(), i + together));
            thinned.add(new Sample(
                    part.getLast().at(),
                    part.stream().mapToDouble(Sample::value).average().orElse(0)));
        }
        return thinned;
    }
}
