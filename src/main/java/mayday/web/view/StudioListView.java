package mayday.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Compilation;
import mayday.compiler.Manuscript;
import mayday.compiler.Problem;
import mayday.journal.Edition;
import mayday.scenario.Words;
import mayday.studio.Checked;
import mayday.studio.Deleted;
import mayday.studio.LiveLibrary;

/** Everything that is written in the folder of scenarios, and what was deleted from it. */
public record StudioListView(List<Row> scenarios, List<Row> systems, List<Gone> deleted) {
    public StudioListView {
        scenarios = List.copyOf(scenarios);
        systems = List.copyOf(systems);
        deleted = List.copyOf(deleted);
    }

    /** A scenario that was deleted and can be put back. */
    public record Gone(String id, String kept, String when) {
        public static Gone of(Deleted deleted, Instant now) {
            return new Gone(deleted.name(), deleted.kept(), Format.moment(deleted.at(), now) + " UTC");
        }
    }

    /**
     * A scenario or system and how it stands.
     *
     * @param title empty if it cannot be read
     * @param system of a scenario; empty if it cannot be read, or is a system
     * @param standing {@code published}, {@code draft} or {@code broken}
     * @param edition number of the present edition; 0 if none was kept
     * @param editable whether its name can stand in an address
     */
    public record Row(
            String id,
            String title,
            String level,
            String system,
            String standing,
            long errors,
            long warnings,
            long edition,
            String changed,
            boolean editable) {

        public static Row of(Manuscript manuscript, Optional<Edition> edition, Instant now, boolean editable) {
            var problems = manuscript.problems();
            var scenario = manuscript.compilation() instanceof Compilation.Compiled(var compiled, var _)
                    ? Optional.of(compiled)
                    : Optional.<mayday.scenario.Scenario>empty();
            return new Row(
                    manuscript.folder(),
                    scenario.map(each -> each.title()).orElse(""),
                    scenario.map(each -> Words.kebab(each.level())).orElse(""),
                    scenario.map(each -> each.system().id().value()).orElse(""),
                    Words.kebab(LiveLibrary.standing(manuscript)),
                    Checked.count(problems, Problem.Severity.ERROR),
                    Checked.count(problems, Problem.Severity.WARNING),
                    edition.map(Edition::number).orElse(0L),
                    edition.map(each -> StudioListView.changed(each, now)).orElse(""),
                    editable);
        }

        public static Row ofSystem(
                String name, String title, List<Problem> problems, Optional<Edition> edition, Instant now) {
            var errors = Checked.count(problems, Problem.Severity.ERROR);
            return new Row(
                    name,
                    title,
                    "",
                    "",
                    errors > 0 ? "broken" : "published",
                    errors,
                    Checked.count(problems, Problem.Severity.WARNING),
                    edition.map(Edition::number).orElse(0L),
                    edition.map(each -> StudioListView.changed(each, now)).orElse(""),
                    true);
        }

        public String health() {
            return standing.equals("broken") ? "bad" : standing.equals("draft") ? "unk" : "ok";
        }
    }

    /** When and by whom an edition was made. */
    public static String changed(Edition edition, Instant now) {
        return Format.moment(edition.notedAt(), now) + " UTC, "
                + (edition.isOnDisk() ? "on the disk" : edition.by().name());
    }

    /** A standing in a word. */
    public static String word(String standing) {
        return switch (standing) {
            case "published" -> "Published";
            case "draft" -> "Draft";
            default -> "Broken";
        };
    }
}
