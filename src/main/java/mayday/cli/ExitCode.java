package mayday.cli;

/** What a process answers to whoever started it; the same of all commands. */
final class ExitCode {
    static final int GOOD = 0;

    /** Problems were found, or it could not be done. */
    static final int FAILED = 1;

    /** It was asked in a way that makes no sense. */
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
