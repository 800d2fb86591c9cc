package mayday.studio;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the files of a folder have changed, within a second. The system's own notices only make it quick: what counts is how the files
 * look, which is compared after each notice and now and then without one, for notices are lost and some disks give none.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** How often it looks where the system gives no notices. */
    private static final Duration WITHOUT_NOTICES = Duration.ofMillis(500);

    /** How often it looks although the system gives notices. */
    private static final Duration IN_SPITE_OF_NOTICES = Duration.ofSeconds(5);

    /** An editor that saves several files is let finish: as long as something still changes, up to so many looks. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    private static final int MOST_LOOKS = 5;

    private final Path folder;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private final Optional<WatchService> notices;
    private Fingerprint last;

    /**
     * @param last how the folder looked before it was read
     * @param changed is run in this watch's thread after each change, at first if anything has changed since then
     */
    FolderWatch(Path folder, Fingerprint last, Runnable changed) {
        this(folder, last, changed, notices());
    }

    FolderWatch(Path folder, Fingerprint last, Runnable changed, Optional<WatchService> notices) {
        this.folder = folder;
        this.changed = changed;
        this.notices = notices;
        this.last = last;
        this.thread = Thread.ofPlatform().name("scenario-watch").daemon().unstarted(this::run);
    }

    private static Optional<WatchService> notices() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            LOG.info(
                    "The system gives no notice of changed files; the folder of scenarios is looked at twice a second");
            return Optional.empty();
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            var noticed = register(last.folders());
            while (!awaits(noticed)) {
                look();
                noticed = register(last.folders());
            }
        } catch (InterruptedException | ClosedWatchServiceException ended) {
            LOG.debug("The folder of scenarios is watched no more");
        }
    }

    /** Waits for a notice, or until it is time to look without one; whether it was closed instead. */
    private boolean awaits(boolean noticed) throws InterruptedException {
        if (noticed && notices.isPresent()) {
            var key = notices.get().poll(IN_SPITE_OF_NOTICES.toMillis(), TimeUnit.MILLISECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = notices.get().poll();
            }
            return closed.getCount() == 0;
        }
        return closed.await(WITHOUT_NOTICES.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether every folder is watched by the system. Registering one again changes nothing. */
    private boolean register(List<Path> folders) {
        if (notices.isEmpty() || folders.isEmpty()) {
            return false;
        }
        try {
            for (var each : folders) {
                each.register(
                        notices.get(),
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
            return true;
        } catch (IOException e) {
            // Too many watches, or a folder that vanished while we looked: looking helps in both cases.
            LOG.debug("{} gives no notices", folder, e);
            return false;
        }
    }

    /** Compares, and tells if something changed. */
    void look() throws InterruptedException {
        var now = Fingerprint.of(folder);
        if (now.equals(last)) {
            return;
        }
        for (var look = 0; look < MOST_LOOKS; look++) {
            if (closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            var later = Fingerprint.of(folder);
            if (later.equals(now)) {
                break;
            }
            now = later;
        }
        // Taken before the files are read: what changes meanwhile is seen at the next look.
        last = now;
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.error("The changed folder of scenarios could not be read; it is tried again", e);
            last = new Fingerprint(java.util.Map.of(), now.folders());
        }
    }

    @Override
    public void close() {
        closed.countDown();
        notices.ifPresent(service -> {
            try {
                service.close();
            } catch (IOException e) {
                LOG.debug("Notices of changed files could not be ended", e);
            }
        });
    }
}
