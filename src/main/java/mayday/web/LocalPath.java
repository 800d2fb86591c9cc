package mayday.web;

import io.javalin.http.Context;
import java.util.regex.Pattern;

/** Where to go on to after the log-in: on this site, whatever a link says. */
final class LocalPath {
    static final String START = "/";

    private static final int MOST_CHARACTERS = 1_000;

    /** A path that begins with two slashes, or with one and a backslash, is another site to a browser. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~?&=%+,:;@!$'()*-]*");

    private LocalPath() {}

    /** What was asked for, if it lies here; else the first page. */
    static String of(String asked) {
        return asked.length() <= MOST_CHARACTERS && LOCAL.matcher(asked).matches() ? asked : START;
    }

    /** Where the request wanted to go. */
    static String wanted(Context ctx) {
        var query = ctx.queryString();
        return of(query == null ? ctx.path() : ctx.path() + "?" + query);
    }
}
