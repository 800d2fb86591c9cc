package mayday.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts one folder in the place of another within the folder of all scenarios. The new one is made beside the old, which stands aside until
 * the new one is there. For one thread at a time: who changes files does so in {@link LiveLibrary#changing}.
 */
final class FolderReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(FolderReplacement.class);

    private final Path root;
    private final String name;
    private final Path folder;
    // Readers pass over names that begin with a dot.
    private final Path making;
    private final Path old;

    FolderReplacement(Path root, String name) {
        this.root = root;
        this.name = name;
        this.folder = root.resolve(name);
        this.making = root.resolve("." + name + ".new");
        this.old = root.resolve("." + name + ".old");
    }

    /** As {@link ScenarioFolder#replaceFolder}. */
    Optional<String> by(Map<String, byte[]> files) {
        try {
            if (Files.isSymbolicLink(folder)) {
                return Optional.of("The folder " + name + " is a link. It is not replaced from here.");
            }
            Disk.remove(making);
            Disk.remove(old);
            for (var file : files.entrySet()) {
                var target = making.resolve(file.getKey().substring(name.length() + 1));
                Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(making));
                Files.write(target, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            }
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
            Disk.sync(root);
            return Optional.empty();
        } catch (IOException e) {
            putBack();
            return Optional.of("The folder cannot be written: " + Disk.reason(e) + " Nothing was changed.");
        } finally {
            Disk.removeQuietly(making);
            Disk.removeQuietly(old);
        }
    }

    private void putBack() {
        try {
            if (Files.exists(old) && !Files.exists(folder)) {
                Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            LOG.error("{} could not be moved back to {}", old, folder, e);
        }
    }
}
