package mayday.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A step of the build: learns the ontology and stores what was learnt among the compiled classes, unless what is there was learnt from
 * the very same. The same classes, ontology and sentence model give the same file.
 */
public final class LearnOntology {
    private static final int MOST_HEADER_BYTES = 1_024;

    private LearnOntology() {}

    /**
     * Learns, if need be.
     *
     * @param arguments the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var file = classes.resolve(Learnt.FILE);
        var fingerprint = fingerprint(classes);
        if (fingerprint.equals(learntFrom(file))) {
            return;
        }
        System.out.println("Learning the ontology, which takes seconds on a quick machine, minutes on a busy one");
        var learnt = Learnt.from(Taught.load(), SentenceEncoder.load());
        // A build that is ended half-way leaves no half a file.
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        try (var out = Files.newOutputStream(unfinished)) {
            learnt.write(fingerprint, out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Of all that decides what is learnt: this package's classes, the ontology, and which sentence model there is. */
    static String fingerprint(Path classes) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : inputs(classes)) {
                digest.update(classes.relativize(file).toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            digest.update(SentenceModel.version().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> inputs(Path classes) throws IOException {
        var inputs = new ArrayList<Path>();
        for (var folder : List.of(
                "mayday/question",
                "ontology",
                "ontology/dimensions",
                "ontology/heard",
                "ontology/refusals",
                "ontology/asking")) {
            try (var files = Files.list(classes.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(?:class|yaml)"))
                        .forEach(inputs::add);
            }
        }
        inputs.sort(null);
        return inputs;
    }

    /** The fingerprint in {@code file}; empty if there is none. */
    static String learntFrom(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            return Learnt.fingerprint(ByteBuffer.wrap(in.readNBytes(MOST_HEADER_BYTES)));
        }
    }
}
