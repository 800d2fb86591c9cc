package mayday.question;

import java.util.Arrays;

/** The largest few of the figures of each topic, with the numbers of what they are figures of. For one thread. */
final class Nearest {
    private static final int NONE = -1;

    private final int most;
    private final float[] largest;
    private final int[] numbers;

    /** @param most so many of each topic's are kept */
    Nearest(int topics, int most) {
        this.most = most;
        largest = new float[topics * most];
        numbers = new int[topics * most];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        Arrays.fill(numbers, NONE);
    }

    void add(int topic, float figure, int number) {
        var first = topic * most;
        var at = first + most - 1;
        if (figure <= largest[at]) {
            return;
        }
        while (at > first && largest[at - 1] < figure) {
            largest[at] = largest[at - 1];
            numbers[at] = numbers[at - 1];
            at--;
        }
        largest[at] = figure;
        numbers[at] = number;
    }

    /** What was kept of a topic. */
    int[] numbers(int topic) {
        var first = topic * most;
        var end = first;
        while (end < first + most && numbers[end] != NONE) {
            end++;
        }
        return Arrays.copyOfRange(numbers, first, end);
    }

    /** Of each topic as {@link #mean}. */
    float[] means(int count) {
        var means = new float[largest.length / most];
        for (var topic = 0; topic < means.length; topic++) {
            means[topic] = mean(topic, count);
        }
        return means;
    }

    /** The mean of a topic's {@code count} largest, of as many as there are; -1 where there are none. */
    float mean(int topic, int count) {
        var sum = 0f;
        var found = 0;
        for (var i = topic * most; i < topic * most + Math.min(count, most); i++) {
            if (largest[i] > Float.NEGATIVE_INFINITY) {
                sum += largest[i];
                found++;
            }
        }
        return found == 0 ? -1 : sum / found;
    }
}
