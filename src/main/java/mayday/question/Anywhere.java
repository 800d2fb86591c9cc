package mayday.question;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import mayday.scenario.Dimension;

/** Tells whether a question is of no service in particular but of all that it may be about. */
final class Anywhere {
    static final String EVERYWHERE = "everywhere";

    /** "Any restarts?", "is a disk full anywhere": not of one in particular. */
    private static final Set<String> ANYWHERE = Set.of(
            "any",
            "anywhere",
            EVERYWHERE,
            "somewhere",
            "anything",
            "something",
            "anybody",
            "anyone",
            "some",
            "all",
            "every",
            "each",
            "where",
            "which",
            "nothing");

    /** "Are the disks full": of all of them, unless it is of one of them. */
    private static final Set<String> SEVERAL = Set.of(
            "disks",
            "volumes",
            "filesystems",
            "partitions",
            "caches",
            "databases",
            "dbs",
            "pools",
            "heaps",
            "cpus",
            "processors",
            "cores",
            "boxes",
            "machines",
            "servers",
            "kills",
            "deadlocks",
            "locks",
            "evictions");

    /** Asked of anything, and too much to be shown of everything. */
    private static final Set<Dimension> OF_ONE_AT_A_TIME = Set.of(Dimension.LOGS, Dimension.PROCESSES_THREADS);

    private static final List<String> ONE_OF = List.of("one", "of");
    private static final List<String> ALL_RIGHT = List.of("all", "right");

    private Anywhere() {}

    /** Whether a question about {@code dimension} is never answered for everything. */
    static boolean isTooMuchOfAll(Dimension dimension) {
        return OF_ONE_AT_A_TIME.contains(dimension);
    }

    /** Whether {@code reading}, which names no service, asks about everything of which {@code dimension} can be asked. */
    static boolean isAsked(Dimension dimension, Reading reading) {
        if (isTooMuchOfAll(dimension)) {
            return false;
        }
        var words = reading.pieces().stream().map(Piece::read).toList();
        var isAllRight = Collections.indexOfSubList(words, ALL_RIGHT) >= 0;
        return words.stream().anyMatch(word -> ANYWHERE.contains(word) && !(isAllRight && word.equals("all")))
                || (words.stream().anyMatch(SEVERAL::contains) && Collections.indexOfSubList(words, ONE_OF) < 0);
    }
}
