package mayday.web.view;

import java.util.Arrays;
import java.util.Map;

/**
 * What somebody typed into a form that could not be taken, and why not; the page comes back with both.
 *
 * @param form the form's name, such as {@code ask}; empty for none
 * @param typed the fields by name
 */
public record Draft(String form, String error, Map<String, String> typed) {
    public static final Draft NONE = new Draft("", "", Map.of());

    public Draft {
        typed = Map.copyOf(typed);
    }

    /** A form that has something filled in and nothing wrong. */
    public static Draft filled(Map<String, String> typed) {
        return new Draft("", "", typed);
    }

    /** What is wrong with {@code name}'s form; empty if nothing. */
    public String error(String name) {
        return form.equals(name) ? error : "";
    }

    /** What was typed into a field; empty if nothing. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether anything was typed into one of these fields. */
    public boolean typedAny(String... fields) {
        return Arrays.stream(fields).anyMatch(field -> !typed(field).isEmpty());
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
