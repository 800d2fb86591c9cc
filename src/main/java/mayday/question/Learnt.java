package mayday.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import mayday.question.Ontology.Saying;
import mayday.scenario.Dimension;
import mayday.scenario.Words;

/**
 * What is learnt from the ontology alone, so that the build can do it once and for all: {@link LearnOntology} writes it to a file among
 * the program's resources.
 *
 * @param manner how questions and what is told around them are worded
 * @param together which topics are asked in a whole utterance
 * @param words how often each word occurs in the ontology, which helps to mend spelling
 * @param sayings by dimension, the question that suggestions send
 * @param said all words that occur in phrasings, fillers left out
 * @param vocabulary the pieces that the sentence model knows, with their ids
 */
record Learnt(
        Lessons lessons,
        AskedOrTold manner,
        AskedTogether together,
        Map<String, Integer> words,
        Map<Dimension, Saying> sayings,
        Set<String> said,
        Map<String, Integer> vocabulary) {
    static final String FILE = "ontology/learnt.bin";

    /** First bytes of the file; another arrangement of what follows gets another number. */
    private static final int FORMAT = 0x4d41_5907;

    Learnt {
        words = Map.copyOf(words);
        sayings = Map.copyOf(sayings);
        said = Set.copyOf(said);
        vocabulary = Map.copyOf(vocabulary);
    }

    /** Reads every phrasing as the classifier will read questions, and trains on them; takes seconds. */
    static Learnt from(Taught taught, SentenceEncoder encoder) {
        var lexicon = Ontology.wordLists();
        var phrasings = Phrasings.of(taught);
        var asWritten = new Reader(lexicon);
        var wellSpelt =
                phrasings.stream().filter(example -> !example.mayBeMisspelt()).toList();
        var examples = read(wellSpelt, asWritten);
        var words = Phrasings.words(lexicon, examples.keySet(), encoder.wordPiece()::knows);
        var mended = new Reader(lexicon, new Spelling(words, encoder.wordPiece()::isCommon));
        read(phrasings.stream().filter(Example::mayBeMisspelt).toList(), mended).forEach(examples::putIfAbsent);
        var features = new ConcurrentHashMap<String, Features>();
        Function<String, Features> seen =
                text -> features.computeIfAbsent(text, unseen -> Features.of(unseen, encoder));
        var single = List.copyOf(examples.values());
        var told = taught.manner().told();
        // None of the three needs another, and each takes a processor long.
        var lessons = CompletableFuture.supplyAsync(() -> Lessons.learn(seen, single), Learnt::inItsOwnThread);
        var together = CompletableFuture.supplyAsync(
                () -> AskedTogether.learn(single, taught.wholes(), told, seen), Learnt::inItsOwnThread);
        var manner = AskedOrTold.learn(taught.manner(), seen);
        return new Learnt(
                lessons.join(),
                manner,
                together.join(),
                words,
                taught.sayings(),
                taught.words(),
                encoder.wordPiece().vocabulary());
    }

    private static void inItsOwnThread(Runnable learning) {
        Thread.ofPlatform().name("learning").start(learning);
    }

    /** The phrasings as {@code reader} reads them, each once. */
    private static Map<String, Example> read(List<Example> phrasings, Reader reader) {
        var examples = new LinkedHashMap<String, Example>();
        for (var example : phrasings) {
            for (var filled : Phrasings.filled(example.phrasing(), examples.size())) {
                var read = reader.read(filled);
                examples.putIfAbsent(read, new Example(read, example.topic()));
            }
        }
        return examples;
    }

    /** Reads it from the program's resources. */
    static Learnt load() {
        var resource = Learnt.class.getResource("/" + FILE);
        if (resource == null) {
            throw new IllegalStateException(
                    "the program lacks its resource " + FILE + ", which `mvn process-classes` makes");
        }
        try (var in = resource.openStream()) {
            // Read into what it needs and no more: it is the largest piece of memory of a start.
            var bytes = new byte[resource.openConnection().getContentLength()];
            in.readNBytes(bytes, 0, bytes.length);
            return read(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param fingerprint of all that it was learnt from */
    void write(String fingerprint, OutputStream file) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(file));
        out.writeInt(FORMAT);
        writeText(fingerprint, out);
        lessons.write(out);
        manner.write(out);
        together.write(out);
        write(words, out);
        out.writeInt(sayings.size());
        for (var saying : new TreeMap<>(sayings).entrySet()) {
            writeText(saying.getKey().id(), out);
            writeText(saying.getValue().plain(), out);
            writeText(saying.getValue().of(), out);
        }
        out.writeInt(said.size());
        for (var word : new TreeSet<>(said)) {
            writeText(word, out);
        }
        write(vocabulary, out);
        out.flush();
    }

    private static void write(Map<String, Integer> numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.size());
        for (var number : new TreeMap<>(numbers).entrySet()) {
            writeText(number.getKey(), out);
            out.writeInt(number.getValue());
        }
    }

    private static Learnt read(ByteBuffer in) {
        fingerprint(in);
        var lessons = Lessons.read(in);
        var manner = AskedOrTold.read(in);
        var together = AskedTogether.read(in);
        var words = numbers(in);
        var sayings = new EnumMap<Dimension, Saying>(Dimension.class);
        for (var left = in.getInt(); left > 0; left--) {
            var dimension = Words.parse(Dimension.class, readText(in)).orElseThrow();
            sayings.put(dimension, new Saying(readText(in), readText(in)));
        }
        var said = new HashSet<String>();
        for (var left = in.getInt(); left > 0; left--) {
            said.add(readText(in));
        }
        return new Learnt(lessons, manner, together, words, sayings, said, numbers(in));
    }

    private static Map<String, Integer> numbers(ByteBuffer in) {
        var numbers = new HashMap<String, Integer>();
        for (var left = in.getInt(); left > 0; left--) {
            numbers.put(readText(in), in.getInt());
        }
        return numbers;
    }

    /** What a file says that it was learnt from; empty if it is no such file. */
    static String fingerprint(ByteBuffer in) {
        return in.remaining() > Integer.BYTES && in.getInt() == FORMAT ? readText(in) : "";
    }

    static void writeText(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(ByteBuffer in) {
        var bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }
}
