package mayday.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import mayday.compiler.BlurbFile;
import mayday.compiler.Blurbs;
import mayday.compiler.Library;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be said of scenarios before they are compiled: of those that Mayday comes with, and of what was compiled by an earlier run of
 * the same program. It only saves time: a file that is damaged, old or cannot be written is as good as none. Safe for use by several
 * threads.
 */
public final class CatalogueMemory {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueMemory.class);

    /** In the folder of data. */
    static final String FILE = "catalogue.bin";

    private final Optional<Path> file;
    private final String stamp;
    private final Blurbs shipped;
    private volatile Blurbs known;
    private volatile Optional<Glanced> glanced = Optional.empty();

    /** What was found of a folder that looked so. */
    private record Glanced(Fingerprint looks, Blurbs.Glance found) {}

    private CatalogueMemory(Optional<Path> file, String stamp, Blurbs shipped) {
        // Without a stamp it cannot be told which program wrote a file.
        this.file = file.filter(_ -> !stamp.isEmpty());
        this.stamp = stamp;
        this.shipped = shipped;
        this.known = this.file.flatMap(this::remembered).map(shipped::and).orElse(shipped);
    }

    /** With what a folder of data remembers, which need not be there yet, and what Mayday comes with. */
    public static CatalogueMemory in(Path data) {
        return shipped()
                .map(each -> new CatalogueMemory(Optional.of(data.resolve(FILE)), each.stamp(), each.blurbs()))
                .orElseGet(() -> of(Blurbs.NONE));
    }

    /** With what Mayday comes with, no more. */
    public static CatalogueMemory shippedOnly() {
        return of(shipped().map(BlurbFile::blurbs).orElse(Blurbs.NONE));
    }

    /** That knows some blurbs and keeps nothing. */
    public static CatalogueMemory of(Blurbs known) {
        return new CatalogueMemory(Optional.empty(), "", known);
    }

    /** With what a folder of data remembers of a program with this stamp, which comes with nothing. */
    static CatalogueMemory in(Path data, String stamp) {
        return new CatalogueMemory(Optional.of(data.resolve(FILE)), stamp, Blurbs.NONE);
    }

    /** Empty where the classes were not packaged: then every start compiles first. */
    private static Optional<BlurbFile> shipped() {
        try (var in = CatalogueMemory.class.getResourceAsStream("/" + BlurbFile.SHIPPED)) {
            return in == null ? Optional.empty() : BlurbFile.read(in.readAllBytes());
        } catch (IOException e) {
            LOG.debug("The index of the shipped scenarios cannot be read", e);
            return Optional.empty();
        }
    }

    private Optional<Blurbs> remembered(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > BlurbFile.MOST_BYTES) {
                return Optional.empty();
            }
            return BlurbFile.read(Files.readAllBytes(file))
                    .filter(each -> each.stamp().equals(stamp))
                    .map(BlurbFile::blurbs);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /** What can be listed of {@code folder} as it is now. Its texts are summed up again only if they look changed. */
    public Blurbs.Glance glance(Path folder) {
        // Before its texts are read: what changes meanwhile is seen by whoever asks next.
        var looks = Fingerprint.of(folder);
        var last = glanced.filter(each -> each.looks().equals(looks));
        if (last.isPresent()) {
            return last.get().found();
        }
        var found = known.glance(folder);
        glanced = Optional.of(new Glanced(looks, found));
        return found;
    }

    /**
     * Remembers a library for the next start, if there is anything new in it; what is not in it any more is forgotten. To be called when nobody
     * needs a glance any more.
     */
    void keep(Path folder, Library library) {
        try {
            keepNow(folder, library);
        } catch (RuntimeException failure) {
            LOG.warn("What the catalogue lists is not kept; the next start takes a moment longer", failure);
        }
    }

    private synchronized void keepNow(Path folder, Library library) {
        glanced = Optional.empty();
        if (file.isEmpty()) {
            return;
        }
        var now = known.of(folder, library);
        if (known.include(now)) {
            return;
        }
        known = shipped.and(now);
        write(file.get(), new BlurbFile(stamp, now).bytes());
    }

    private static void write(Path file, byte[] bytes) {
        if (bytes.length > BlurbFile.MOST_BYTES) {
            return;
        }
        var beside = file.resolveSibling(FILE + ".new");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("{} cannot be written; the next start takes a moment longer", file, e);
        }
    }
}
