package mayday.studio;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the files of a folder look from outside: size, time and identity of each. Two that are equal hold the same files, as far as the disk
 * tells. Names that begin with a dot do not count.
 *
 * @param files by path
 * @param folders that there are, the folder itself first
 */
record Fingerprint(Map<Path, String> files, List<Path> folders) {
    /** A library larger than this is a wrong folder. */
    static final int MOST = 20_000;

    Fingerprint {
        files = Map.copyOf(files);
        folders = List.copyOf(folders);
    }

    /** Of a folder; of one that is not there, nothing. */
    static Fingerprint of(Path folder) {
        var files = new TreeMap<Path, String>();
        var folders = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.noneOf(java.nio.file.FileVisitOption.class),
                    ScenarioFolder.MOST_DEPTH + 1,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                            if (!each.equals(folder) && isHidden(each)) {
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                            folders.add(each);
                            return next(folders.size() + files.size());
                        }

                        @Override
                        public FileVisitResult visitFile(Path each, BasicFileAttributes of) {
                            if (!isHidden(each)) {
                                files.put(
                                        each,
                                        of.size() + " " + of.lastModifiedTime().toInstant() + " " + of.fileKey());
                            }
                            return next(folders.size() + files.size());
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path each, IOException vanished) {
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path each, @org.jspecify.annotations.Nullable IOException vanished) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException vanished) {
            // What was seen of it counts.
            return new Fingerprint(files, folders);
        }
        return new Fingerprint(files, folders);
    }

    private static FileVisitResult next(int seen) {
        return seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private static boolean isHidden(Path each) {
        return String.valueOf(each.getFileName()).startsWith(".");
    }
}
