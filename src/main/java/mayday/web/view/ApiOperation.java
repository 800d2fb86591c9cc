package mayday.web.view;

import java.util.List;

/** A call of the JSON API, for the page that describes it. */
public record ApiOperation(
        String method, String path, String summary, String description, List<Field> fields, List<Answer> answers) {
    public ApiOperation {
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
    }

    /** A field of the body. */
    public record Field(String name, String type, boolean required, String description) {}

    /** An answer by status. */
    public record Answer(String status, String description) {}
}
