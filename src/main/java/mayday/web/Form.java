package mayday.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.web.view.Draft;

/** The fields of a submitted form. */
final class Form {
    /** More is no form of ours. */
    private static final int MOST_VALUES = 200;

    private static final int MOST_CHARACTERS = 5_000;
    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Form of(Context ctx) {
        if (!ctx.isFormUrlencoded()) {
            throw new Failure(Failure.Problem.of(
                    "unsupported-media-type", 415, "Wrong content type", "Send this form as a browser does."));
        }
        return new Form(ctx.formParamMap());
    }

    /** A field as typed; empty if it is not there. Line breaks are plain. */
    String field(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().replace("\r\n", "\n");
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** A field that is a whole number; -1 if it is not. */
    int whole(String name) {
        var typed = field(name).strip();
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** The fields of an action beside its target and expectation. */
    Map<String, String> arguments() {
        var arguments = new HashMap<String, String>();
        for (var name : fields.keySet()) {
            if (!name.equals("target") && !name.equals("expectation")) {
                arguments.put(name, field(name));
            }
        }
        return arguments;
    }

    /** The fields with these names that say anything. */
    Map<String, String> some(List<String> names) {
        var some = new HashMap<String, String>();
        for (var name : names) {
            if (!field(name).isBlank()) {
                some.put(name, field(name));
            }
        }
        return some;
    }

    /** What no form of ours would send, in words; empty if all is well. */
    Optional<String> mistake() {
        var values = new ArrayList<String>();
        fields.values().forEach(values::addAll);
        if (values.size() > MOST_VALUES) {
            return Optional.of("That form has too many fields.");
        }
        return values.stream()
                .map(value -> Texts.mistake(value, MOST_CHARACTERS))
                .filter(mistake -> !mistake.isEmpty())
                .findFirst()
                .map(mistake -> "That text " + mistake + ".");
    }

    /** What was typed, to be shown again with what is wrong about it. */
    Draft draft(String form, String error) {
        var typed = new HashMap<String, String>();
        for (var name : fields.keySet()) {
            var value = field(name);
            typed.put(name, value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value);
        }
        return new Draft(form, error, typed);
    }
}
