package mayday.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mayday.scenario.FollowUpKind;

/** A post-mortem as Markdown, to be pasted wherever a team keeps its own. */
public final class Markdown {
    private Markdown() {}

    public static String of(PostMortem written, Facts facts, Wording wording) {
        var text = new StringBuilder();
        text.append("# Post-mortem: ").append(line(facts.title())).append("\n\n");
        text.append(Numbers.day(facts.paged()))
                .append(", paged at ")
                .append(Numbers.at(facts.paged()))
                .append(" UTC\n");
        for (var section : Section.values()) {
            text.append("\n## ").append(section.title()).append("\n\n");
            text.append(body(section, written.text(section))).append('\n');
        }
        text.append("\n## Actions\n\n").append(actions(written.actions(), wording));
        return text.toString();
    }

    private static String body(Section section, String words) {
        if (words.isBlank()) {
            return "_Nothing written._";
        }
        var lines = words.strip().lines().map(Markdown::safe);
        return switch (section.form()) {
            case PROSE -> lines.collect(Collectors.joining("\n"));
            case POINTS ->
                lines.filter(line -> !line.isBlank())
                        .map(line -> line.startsWith("- ") || line.startsWith("* ") ? line : "- " + line)
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String actions(List<FollowUp> actions, Wording wording) {
        if (actions.isEmpty()) {
            return "_None._\n";
        }
        var table = new StringBuilder("""
                | # | Action | Kind | Owner | Due | Toil priority | Automation depth |
                |---|---|---|---|---|---|---|
                """);
        for (var i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            var toil = Toil.of(action, wording);
            table.append("| ")
                    .append(String.join(
                            " | ",
                            Integer.toString(i + 1),
                            cell(action.text()),
                            cell(action.kind().stream().map(FollowUpKind::title).collect(Collectors.joining())),
                            cell(action.owner()),
                            cell(action.due()),
                            toil.priority().name().toLowerCase(Locale.ROOT),
                            toil.depth().level() + ", " + toil.depth().title()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String cell(String words) {
        return words.isBlank() ? "–" : line(words).replace("|", "\\|");
    }

    private static String line(String words) {
        return safe(words.strip().replaceAll("\\s+", " "));
    }

    /**
     * Emphasis, lists and links are the writer's; tags and headings are not: the first could run where the text is shown, the second would
     * break its order.
     */
    private static String safe(String line) {
        var plain = line.stripTrailing().replace("<", "\\<");
        return plain.stripLeading().startsWith("#") ? plain.replaceFirst("#", "\\\\#") : plain;
    }
}
