package mayday.web;

import io.javalin.http.Context;
import mayday.compiler.Schemas;

/** The JSON Schemas of what authors write, at an address that editors can be given. */
final class SchemaFiles {
    private static final String ENDING = ".json";

    private SchemaFiles() {}

    static void show(Context ctx) {
        var file = ctx.pathParam("file");
        var kind = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
        if (!Schemas.KINDS.contains(kind)) {
            throw Failure.notFound("There is no schema " + file + ". There are those of "
                    + String.join(", ", Schemas.KINDS) + ", such as /schema/scenario.json.");
        }
        ctx.contentType("application/schema+json").result(Schemas.of(kind));
    }
}
