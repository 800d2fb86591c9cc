package mayday.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mayday.compiler.Problem.Severity;

/** The texts of a folder's files, and what is wrong with the files themselves. The only place of the compiler that touches files. */
final class FolderTexts {
    private final Path folder;
    private final Map<String, String> instead;
    private final Consumer<Problem> problems;
    private final Map<String, Problem> notUtf8 = new ConcurrentHashMap<>();

    /**
     * @param instead texts by path that count in place of what is on the disk
     * @param problems is told what cannot be listed
     */
    FolderTexts(Path folder, Map<String, String> instead, Consumer<Problem> problems) {
        this.folder = folder;
        this.instead = Map.copyOf(instead);
        this.problems = problems;
    }

    /** Whether there is such a file. */
    boolean has(String path) {
        return instead.containsKey(path) || Files.isRegularFile(folder.resolve(path));
    }

    /** Why a text that was added is of no use; empty if it is UTF-8. */
    Optional<Problem> flaw(String path) {
        return Optional.ofNullable(notUtf8.get(path));
    }

    /** The texts at these paths, of those that are there and inside the folder. */
    Map<String, String> of(List<String> paths) {
        var files = new TreeMap<String, String>();
        paths.forEach(path -> add(path, files));
        return files;
    }

    /** The names of the folders in it, in order. */
    List<String> folders(int most) {
        try (var children = Files.list(folder)) {
            var names = children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .limit(most + 1L)
                    .toList();
            if (names.size() <= most) {
                return names;
            }
            problem(".", "too-many", "more than " + most + " folders", "");
            return names.subList(0, most);
        } catch (IOException e) {
            problem(
                    ".",
                    "unreadable-folder",
                    "the folder of scenarios `" + folder + "` cannot be read",
                    "check that it exists and may be read");
            return List.of();
        }
    }

    /** The paths of the YAML and JSON files of a folder, in order; none if there is no such folder. */
    List<String> files(String within, String plural, int most) {
        if (!Files.isDirectory(folder.resolve(within))) {
            return List.of();
        }
        try (var children = Files.list(folder.resolve(within))) {
            var paths = children.map(child -> String.valueOf(child.getFileName()))
                    .filter(name ->
                            !name.startsWith(".") && SystemFile.ENDINGS.stream().anyMatch(name::endsWith))
                    .map(name -> within + "/" + name)
                    .sorted()
                    .limit(most + 1L)
                    .toList();
            if (paths.size() <= most) {
                return paths;
            }
            problem(within, "too-many", "more than " + most + " " + plural, "");
            return paths.subList(0, most);
        } catch (IOException e) {
            problem(
                    within,
                    "unreadable-folder",
                    "the folder of " + plural + " cannot be read",
                    "check that it may be read");
            return List.of();
        }
    }

    /**
     * Adds the text of a file if it is there and inside the folder; the compiler reports what is missing where it is
     * named.
     */
    void add(String path, Map<String, String> files) {
        var other = instead.get(path);
        if (other != null) {
            files.put(path, other);
            return;
        }
        bytes(path).ifPresentOrElse(bytes -> files.put(path, text(path, bytes)), () -> files.remove(path));
    }

    /** What is in a file, if it is there, inside the folder and readable; of one that is too large the beginning. */
    Optional<byte[]> bytes(String path) {
        try {
            var file = folder.resolve(path);
            // A link may lead out of the folder although its name does not.
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.empty();
            }
            try (var input = Files.newInputStream(file)) {
                // One byte more than is allowed: enough for the compiler to see that it is too large.
                return Optional.of(input.readNBytes(FileText.MOST_BYTES + 1));
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String text(String path, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length <= FileText.MOST_BYTES && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            notUtf8(path, text);
        }
        return text;
    }

    private void notUtf8(String path, String text) {
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var column = lines.get(i).indexOf('\uFFFD');
            if (column >= 0) {
                notUtf8.put(
                        path,
                        new Problem(
                                Severity.ERROR,
                                "not-utf-8",
                                path,
                                i + 1,
                                lines.get(i).codePointCount(0, column) + 1,
                                "the file is not UTF-8 text",
                                lines.get(i),
                                "save it as UTF-8"));
                return;
            }
        }
    }

    private void problem(String path, String id, String message, String suggestion) {
        problems.accept(new Problem(Severity.ERROR, id, path, 1, 1, message, "", suggestion));
    }
}
