package mayday;

/**
 * Ends this process when the process that started it ends, however that came about.
 *
 * <p>Plain {@code mvn} starts the server as a child. Ctrl-C reaches both, but a Maven that is killed takes nobody along, and a
 * server left behind would hold the port and the data folder.
 */
final class EndWithParent {
    private EndWithParent() {}

    /** Begins to watch. Ending is an ordinary exit: shutdown hooks run, so what is open gets closed. */
    static void watch() {
        ProcessHandle.current().parent().ifPresent(EndWithParent::endWith);
    }

    private static void endWith(ProcessHandle parent) {
        Thread.ofPlatform().name("end-with-parent").daemon().start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }
}
