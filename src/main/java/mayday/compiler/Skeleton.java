package mayday.compiler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mayday.scenario.Level;
import mayday.scenario.Words;

/**
 * What a card of the Wheel of Misfortune game becomes: a draft with the card's words on the page, with causes that stand in for those that
 * its author has to think of, and with notes of what is missing.
 *
 * @param id of the scenario
 * @param title of the card
 * @param story what the card tells, as plain text
 * @param links addresses that it names, of dashboards and the like
 */
public record Skeleton(String id, String title, String story, List<String> links, Level level) {
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,400}>");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)]{1,400}");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s");
    private static final int MOST_LINKS = 20;
    private static final int MOST_NAME = 56;

    public Skeleton {
        links = List.copyOf(links);
    }

    /**
     * The skeleton of a card.
     *
     * @param number of the card among the others, from 1, for one without a title
     * @param story may have HTML in it, as the game shows it
     * @param difficulty 1 to 5; 0 if the card does not say
     * @param taken ids that there are already
     */
    public static Skeleton of(int number, String title, String story, int difficulty, Set<String> taken) {
        var plainTitle = bounded(plain(title).replaceAll("\\s+", " "), Scalars.LINE_CHARS);
        var called = plainTitle.isEmpty() ? "Incident " + number : plainTitle;
        var links = new LinkedHashSet<String>();
        LINK.matcher(story).results().limit(MOST_LINKS).forEach(found -> links.add(found.group()));
        return new Skeleton(
                id(called, number, taken),
                called,
                bounded(plain(story), Scalars.PROSE_CHARS),
                List.copyOf(links),
                switch (difficulty) {
                    case 3 -> Level.INTERMEDIATE;
                    case 4 -> Level.ADVANCED;
                    case 5 -> Level.EXPERT;
                    default -> Level.FOUNDATION;
                });
    }

    private static String id(String title, int number, Set<String> taken) {
        var slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = slug.isEmpty()
                ? "incident-" + number
                : slug.substring(0, Math.min(slug.length(), MOST_NAME)).replaceAll("-$", "");
        var id = base;
        for (var next = 2; taken.contains(id); next++) {
            id = base + "-" + next;
        }
        return id;
    }

    private static String plain(String html) {
        return TAG.matcher(html.replaceAll("(?i)<(?:br|/p|/li|/h\\d)\\s*/?>", "\n"))
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .codePoints()
                .map(c -> c != '\n' && Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[ ]{2,}", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The alert that pages, as the card's first sentence has it. */
    private String alert() {
        var first = SENTENCE.split(story.replace('\n', ' '), 2)[0].strip();
        return first.isEmpty() ? title : bounded(first, Scalars.LINE_CHARS);
    }

    /**
     * The scenario's text.
     *
     * @param drawn a scenario that can be played, whose causes stand in
     */
    public String text(Sketch.Complete drawn) {
        var text = drawn.sources().files().getOrDefault(drawn.sources().main(), "");
        return text.lines().map(line -> line(line)).collect(Collectors.joining("\n")) + "\n" + ending();
    }

    private String line(String line) {
        var key = line.contains(":") ? line.substring(0, line.indexOf(':')) : "";
        return switch (key) {
            case "id" -> "id: " + id;
            case "title" -> "# TODO a title must not give the cause away.\ntitle: " + YamlText.scalar(title);
            case "summary" ->
                "summary: " + YamlText.scalar(story.isEmpty() ? title : story)
                        + "\n# Learners do not see a draft; the studio plays it for you. Remove this when it is ready.\ndraft: true";
            case "level" -> "level: " + Words.kebab(level);
            case "page" ->
                "# TODO `when` is the condition that pages; choose the service that the card means.\n"
                        + line.replaceFirst(
                                "alert: \"[^\"]*\"",
                                java.util.regex.Matcher.quoteReplacement("alert: " + quoted(alert())));
            case "causes" ->
                "# TODO these stand in for your causes: what else could it have been? At least four make a good evening.\ncauses:";
            default -> line;
        };
    }

    private static String quoted(String text) {
        var scalar = YamlText.scalar(text);
        return scalar.startsWith("\"") ? scalar : '"' + scalar + '"';
    }

    private String ending() {
        var text = new StringBuilder();
        text.append("# TODO evidence: what did you see then? `mayday import FILE --into ")
                .append(id);
        text.append("` takes metrics and logs in.\n");
        links.forEach(link ->
                text.append(YamlText.comment("The card links to " + link)).append('\n'));
        return text.append("# TODO `post-mortem` of the true cause, and playthroughs: docs/scenario-format.md.\n")
                .toString();
    }
}
