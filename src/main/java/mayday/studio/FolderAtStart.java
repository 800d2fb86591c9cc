package mayday.studio;

import java.nio.file.Path;
import mayday.compiler.Library;
import mayday.compiler.LibraryReading;

/**
 * A folder of scenarios when a server starts: how its files looked before any of it was read, so that whatever changes meanwhile is noticed, and
 * its reading, which whoever needs a part first does.
 */
public final class FolderAtStart {
    private final Path folder;
    private final Fingerprint looks;
    private final LibraryReading reading;

    private FolderAtStart(Path folder, Fingerprint looks, LibraryReading reading) {
        this.folder = folder;
        this.looks = looks;
        this.reading = reading;
    }

    /** As {@code folder} is now. */
    public static FolderAtStart of(Path folder) {
        var looks = Fingerprint.of(folder);
        return new FolderAtStart(folder, looks, LibraryReading.of(folder));
    }

    /** One of which {@code read} was read just now. */
    static FolderAtStart of(Path folder, Library read) {
        return new FolderAtStart(folder, Fingerprint.of(folder), LibraryReading.done(read));
    }

    /** Reads all of it, if nobody has yet. */
    public void read() {
        reading.whole();
    }

    Path folder() {
        return folder;
    }

    Fingerprint looks() {
        return looks;
    }

    LibraryReading reading() {
        return reading;
    }
}
