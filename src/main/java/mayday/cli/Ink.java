package mayday.cli;

import java.util.Map;

/**
 * Colours of a terminal. They only repeat what the words say: whoever does not see them misses nothing.
 *
 * @param coloured whether there are any
 */
record Ink(boolean coloured) {
    static final Ink NONE = new Ink(false);

    /** As the environment wants it: none with {@code NO_COLOR} (no-color.org) or on a terminal that calls itself dumb. */
    static Ink of(Map<String, String> environment) {
        return new Ink(environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb"));
    }

    String bold(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    String alarm(String text) {
        return in("1;31", text);
    }

    String accent(String text) {
        return in("36", text);
    }

    private String in(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
