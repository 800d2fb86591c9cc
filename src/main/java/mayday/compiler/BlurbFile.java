package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import mayday.compiler.Listing.Label;
import mayday.scenario.Level;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;

/**
 * Blurbs as a file, with the stamp of the program that wrote it: another program may make something else of the same texts.
 *
 * @param stamp identifies the program
 */
public record BlurbFile(String stamp, Blurbs blurbs) {
    /** Where the program has those of the scenarios that it comes with, among its resources. */
    public static final String SHIPPED = "catalogue/shipped.bin";

    /** First bytes of the file; another arrangement of what follows gets another number. */
    private static final int FORMAT = 0x4d41_5943;

    private static final int HEAD_BYTES = Integer.BYTES + Long.BYTES;

    /** A file larger than this is none of ours: a thousand scenarios take a tenth of it. */
    public static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The same file always has the same bytes. */
    public byte[] bytes() {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        try {
            write(stamp, out);
            entries(blurbs.mentions(), BlurbFile::write, out);
            entries(blurbs.scenarios(), BlurbFile::write, out);
            entries(blurbs.rubrics(), BlurbFile::writeLabels, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var bytes = body.toByteArray();
        return ByteBuffer.allocate(HEAD_BYTES + bytes.length)
                .putInt(FORMAT)
                .putLong(sum(bytes, 0))
                .put(bytes)
                .array();
    }

    /** What a file holds; empty if it is no such file, or is damaged. */
    public static Optional<BlurbFile> read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD_BYTES
                || bytes.length > MOST_BYTES
                || in.getInt() != FORMAT
                || in.getLong() != sum(bytes, HEAD_BYTES)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlurbFile(
                    text(in),
                    new Blurbs(
                            entries(in, BlurbFile::texts),
                            entries(in, BlurbFile::blurb),
                            entries(in, BlurbFile::labels))));
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException notOurs) {
            return Optional.empty();
        }
    }

    private static long sum(byte[] bytes, int from) {
        var sum = new CRC32C();
        sum.update(bytes, from, bytes.length - from);
        return sum.getValue();
    }

    private interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    private static <T> void entries(Map<TextKey, T> entries, Writing<T> writing, DataOutputStream out)
            throws IOException {
        var inOrder = new TreeMap<String, T>();
        entries.forEach((key, value) -> inOrder.put(key.sums(), value));
        out.writeInt(inOrder.size());
        for (var entry : inOrder.entrySet()) {
            write(entry.getKey(), out);
            writing.write(entry.getValue(), out);
        }
    }

    private static void write(Blurb blurb, DataOutputStream out) throws IOException {
        write(blurb.id().value(), out);
        write(blurb.title(), out);
        write(Words.kebab(blurb.level()), out);
        write(blurb.system(), out);
        write(blurb.summary(), out);
        write(blurb.tags(), out);
        write(blurb.page(), out);
        out.writeLong(blurb.limit().toMillis());
    }

    private static void writeLabels(List<Label> labels, DataOutputStream out) throws IOException {
        out.writeInt(labels.size());
        for (var label : labels) {
            write(label.id(), out);
            write(label.title(), out);
        }
    }

    private static void write(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            write(text, out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private interface Reading<T> {
        T read(ByteBuffer in);
    }

    private static <T> Map<TextKey, T> entries(ByteBuffer in, Reading<T> reading) {
        var entries = new HashMap<TextKey, T>();
        for (var left = in.getInt(); left > 0; left--) {
            entries.put(new TextKey(text(in)), reading.read(in));
        }
        return entries;
    }

    private static Blurb blurb(ByteBuffer in) {
        return new Blurb(
                new ScenarioId(text(in)),
                text(in),
                Words.parse(Level.class, text(in)).orElseThrow(IllegalArgumentException::new),
                text(in),
                text(in),
                texts(in),
                text(in),
                Duration.ofMillis(in.getLong()));
    }

    private static List<Label> labels(ByteBuffer in) {
        var labels = new ArrayList<Label>();
        for (var left = in.getInt(); left > 0; left--) {
            labels.add(new Label(text(in), text(in)));
        }
        return labels;
    }

    private static List<String> texts(ByteBuffer in) {
        var texts = new ArrayList<String>();
        for (var left = in.getInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(ByteBuffer in) {
        var length = in.getInt();
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }
}
