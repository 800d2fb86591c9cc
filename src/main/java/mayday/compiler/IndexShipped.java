package mayday.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A step of the build: compiles the scenarios that Mayday comes with and stores their blurbs among the compiled classes, so that a first
 * start can list them at once. The same classes, libraries and scenarios give the same file.
 */
public final class IndexShipped {
    private IndexShipped() {}

    /**
     * Indexes, if need be.
     *
     * @param arguments the folder of the compiled classes, that of the scenarios, and the project's file
     */
    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var scenarios = Path.of(arguments[1]);
        var file = classes.resolve(BlurbFile.SHIPPED);
        var stamp = stamp(classes, Path.of(arguments[2]));
        var before = Files.isRegularFile(file) ? BlurbFile.read(Files.readAllBytes(file)) : Optional.<BlurbFile>empty();
        if (before.filter(each -> each.stamp().equals(stamp)
                        && each.blurbs().glance(scenarios).isComplete())
                .isPresent()) {
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        // A build that is ended half-way leaves no half a file.
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, new BlurbFile(stamp, Blurbs.NONE.of(scenarios, Library.read(scenarios))).bytes());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Of all that decides what compiling gives: our classes, and the project's file, which names the libraries and their versions. Whichever
     * system builds it, names and their order are the same.
     */
    static String stamp(Path classes, Path project) throws IOException {
        try (var files = Files.walk(classes.resolve("mayday"))) {
            var digest = MessageDigest.getInstance("SHA-256");
            var named = new TreeMap<String, Path>();
            files.filter(each -> each.toString().endsWith(".class"))
                    .forEach(each -> named.put(name(classes.relativize(each)), each));
            for (var file : named.entrySet()) {
                digest.update(file.getKey().getBytes(UTF_8));
                digest.update(Files.readAllBytes(file.getValue()));
            }
            digest.update(Files.readAllBytes(project));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
