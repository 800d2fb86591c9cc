package mayday.studio;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of scenarios that were deleted, in {@code .deleted} within that of all scenarios: readers pass over names that begin with a
 * dot. Each lies there whole, under its name and a number, until it is put back or many others were deleted after it.
 */
final class Discarded {
    static final String FOLDER = ".deleted";

    /** So many are kept; the oldest goes for good when one more is deleted. */
    static final int MOST_KEPT = 50;

    private static final Pattern KEPT = Pattern.compile("(" + Item.NAME.pattern() + ")\\.([0-9]{1,6})");

    private final Path root;

    Discarded(Path root) {
        this.root = root;
    }

    /** What lies there, the latest first. */
    List<Deleted> all() {
        var folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var children = Files.list(folder)) {
            return children.flatMap(Discarded::read)
                    .sorted(Comparator.comparing(Deleted::at)
                            .thenComparing(Deleted::kept)
                            .reversed())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Stream<Deleted> read(Path folder) {
        var kept = String.valueOf(folder.getFileName());
        var name = KEPT.matcher(kept);
        if (!name.matches() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.empty();
        }
        try {
            return Stream.of(new Deleted(
                    name.group(1), kept, Files.getLastModifiedTime(folder).toInstant()));
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    /** Takes the folder {@code name} away; why that cannot be done, in a sentence, or nothing. */
    Optional<String> take(String name, Instant now) {
        var folder = root.resolve(name);
        var bin = root.resolve(FOLDER);
        if (Files.isSymbolicLink(folder) || Files.isSymbolicLink(bin)) {
            return Optional.of("The folder " + name + " or " + FOLDER + " is a link. Delete it by hand.");
        }
        try {
            Files.createDirectories(bin);
            var kept = bin.resolve(name + "." + next(name));
            Files.move(folder, kept);
            Files.setLastModifiedTime(kept, FileTime.from(now));
            all().stream().skip(MOST_KEPT).forEach(this::forget);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The folder " + name + " cannot be moved to " + FOLDER + ": " + Disk.reason(e)
                    + " Nothing was changed.");
        }
    }

    private int next(String name) {
        return 1
                + all().stream()
                        .filter(each -> each.name().equals(name))
                        .mapToInt(each -> Integer.parseInt(each.kept().substring(name.length() + 1)))
                        .max()
                        .orElse(0);
    }

    private void forget(Deleted oldest) {
        Disk.removeQuietly(root.resolve(FOLDER).resolve(oldest.kept()));
    }

    /** Puts a folder back where it was. */
    Shelved putBack(Deleted deleted) {
        try {
            Files.move(root.resolve(FOLDER).resolve(deleted.kept()), root.resolve(deleted.name()));
            return new Shelved.Done(deleted.name());
        } catch (FileAlreadyExistsException there) {
            return new Shelved.Exists("the scenario " + deleted.name());
        } catch (IOException e) {
            return new Shelved.Refused("The scenario " + deleted.name() + " cannot be put back: " + Disk.reason(e)
                    + " Nothing was changed.");
        }
    }
}
