package mayday.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each id of a problem means: a page of {@code docs/problems.md}, which is within the program too. */
public final class ProblemPages {
    private static final Pattern HEADING = Pattern.compile("(?m)^### `([a-z0-9-]+)`$");
    private static final ProblemPages SHIPPED = of(shipped());

    private final Map<String, String> pages;

    private ProblemPages(Map<String, String> pages) {
        this.pages = pages;
    }

    /** Those that come with the program. */
    public static ProblemPages all() {
        return SHIPPED;
    }

    /** Of a document in which each page has a heading of the third level with the id. */
    static ProblemPages of(String document) {
        var pages = new LinkedHashMap<String, String>();
        var headings = HEADING.matcher(document).results().toList();
        for (var i = 0; i < headings.size(); i++) {
            var heading = headings.get(i);
            var next = document.indexOf("\n#", heading.end());
            pages.put(
                    heading.group(1),
                    document.substring(heading.end(), next < 0 ? document.length() : next)
                            .strip());
        }
        return new ProblemPages(pages);
    }

    private static String shipped() {
        try (var input = ProblemPages.class.getResourceAsStream("/problems.md")) {
            if (input == null) {
                throw new IllegalStateException("problems.md is not in the program");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the document. */
    public List<String> ids() {
        return List.copyOf(pages.keySet());
    }

    /** The page of an id, in Markdown, without its heading. */
    public Optional<String> page(String id) {
        return Optional.ofNullable(pages.get(id));
    }

    /** What is wrong, in a sentence: the beginning of its page; empty if there is none. */
    public String summary(String id) {
        return page(id).map(text -> text.lines().findFirst().orElse("")).orElse("");
    }

    /** {@code did you mean `unknown-team`?}; empty if nothing is near. */
    public String nearest(String id) {
        return Suggestions.nearest(id, pages.keySet());
    }
}
