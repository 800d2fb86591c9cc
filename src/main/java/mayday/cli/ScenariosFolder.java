package mayday.cli;

/** Where commands look for scenarios when they are not told. */
final class ScenariosFolder {
    /** {@code ./scenarios}; in an image that carries the runtime, whose launcher sets the property, the scenarios within it. */
    static final String DEFAULT = "${sys:mayday.scenarios:-scenarios}";

    private ScenariosFolder() {}
}
