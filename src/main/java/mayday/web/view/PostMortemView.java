package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.incident.IncidentId;
import mayday.review.Checks;
import mayday.review.Facts;
import mayday.review.FollowUp;
import mayday.review.Insert;
import mayday.review.PostMortem;
import mayday.review.Reference;
import mayday.review.Remark;
import mayday.review.Section;
import mayday.review.Toil;
import mayday.review.Wording;
import mayday.scenario.Words;

/**
 * The post-mortem of an incident with all that its page shows beside it.
 *
 * @param day of the incident
 * @param teams who can own an action
 */
public record PostMortemView(
        String id,
        String title,
        String day,
        PostMortemForm form,
        List<String> teams,
        List<InsertButton> inserts,
        List<Check> checks,
        List<ToilRow> toil,
        Comparison comparison) {
    public PostMortemView {
        teams = List.copyOf(teams);
        inserts = List.copyOf(inserts);
        checks = List.copyOf(checks);
        toil = List.copyOf(toil);
    }

    /** Something of the run to be inserted; {@code section} is the key of the field that it goes to if none is chosen. */
    public record InsertButton(String id, String icon, String title, String text, String section) {
        private static InsertButton of(Insert insert) {
            var icon = switch (insert.kind()) {
                case "timeline" -> "clock";
                case "hypotheses" -> "target";
                default -> Icons.ofEvidence(insert.kind());
            };
            return new InsertButton(
                    insert.id(),
                    icon,
                    insert.title(),
                    insert.text(),
                    insert.usual().key());
        }
    }

    /** A check, and what to mend. */
    public record Check(String id, boolean met, String title, List<CheckNote> notes) {
        public Check {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Something to mend.
     *
     * @param where the section's key, {@code actions}, or {@code actions/0}
     */
    public record CheckNote(String where, String text) {
        /** The id of the field where it can be mended. */
        public String anchor() {
            if (where.equals("actions")) {
                return "pm-text-0";
            }
            return where.startsWith("actions/") ? "pm-text-" + where.substring("actions/".length()) : "pm-" + where;
        }
    }

    /**
     * How much it is worth to take the work of an action away, and how far it does.
     *
     * @param look the sign of its priority: {@code bad}, {@code warn}, {@code ok} or {@code unk}
     * @param depth 1 to 4
     */
    public record ToilRow(
            int number,
            String text,
            String priority,
            String look,
            String reason,
            int depth,
            String depthTitle,
            String because) {}

    /**
     * The writer's beside another's.
     *
     * @param authored whether the scenario's author wrote the other
     */
    public record Comparison(boolean authored, List<Pair> pairs, List<String> yours, List<String> theirs) {
        public Comparison {
            pairs = List.copyOf(pairs);
            yours = List.copyOf(yours);
            theirs = List.copyOf(theirs);
        }
    }

    /** A section as both wrote it. */
    public record Pair(String title, String yours, String theirs) {}

    /** What the page needs to know of an incident beside the draft. */
    public record Sources(Facts facts, List<Insert> inserts, Reference reference, Wording wording) {
        public Sources {
            inserts = List.copyOf(inserts);
        }
    }

    public static PostMortemView of(IncidentId id, PostMortem written, long version, String status, Sources from) {
        return new PostMortemView(
                id.value(),
                from.facts().title(),
                Format.day(from.facts().paged()),
                PostMortemForm.of(written, version, status),
                from.facts().teams(),
                from.inserts().stream().map(InsertButton::of).toList(),
                Checks.of(written, from.facts(), from.wording()).stream()
                        .map(PostMortemView::check)
                        .toList(),
                toil(written.actions(), from.wording()),
                comparison(written, from.reference()));
    }

    private PostMortemView with(PostMortemForm other) {
        return new PostMortemView(id, title, day, other, teams, inserts, checks, toil, comparison);
    }

    /** With the reasons why what was typed is not saved. */
    public PostMortemView withMistakes(List<String> found) {
        return with(form.withMistakes(found));
    }

    /** With what {@code by} saved at {@code at}, under {@code latest}. */
    public PostMortemView withConflict(PostMortem mine, PostMortem theirs, long latest, String by, Instant at) {
        return with(form.withConflict(mine, theirs, latest, by, at));
    }

    /** How many checks have found something. */
    public long open() {
        return checks.stream().filter(check -> !check.met()).count();
    }

    private static Check check(Remark remark) {
        return new Check(
                remark.rule(),
                remark.met(),
                remark.title(),
                remark.notes().stream()
                        .map(note -> new CheckNote(note.where(), note.text()))
                        .toList());
    }

    private static List<ToilRow> toil(List<FollowUp> actions, Wording wording) {
        var rows = new ArrayList<ToilRow>();
        for (var action : actions) {
            var toil = Toil.of(action, wording);
            rows.add(new ToilRow(
                    rows.size() + 1,
                    action.text(),
                    Words.kebab(toil.priority()),
                    look(toil.priority()),
                    toil.reason(),
                    toil.depth().level(),
                    toil.depth().title(),
                    toil.because()));
        }
        return rows;
    }

    private static String look(Toil.Priority priority) {
        return switch (priority) {
            case HIGH -> "bad";
            case MEDIUM -> "warn";
            case LOW -> "ok";
            case OPEN -> "unk";
        };
    }

    private static Comparison comparison(PostMortem written, Reference reference) {
        var pairs = List.of(Section.values()).stream()
                .filter(section -> !reference.text(section).isEmpty())
                .map(section -> new Pair(section.title(), written.text(section), reference.text(section)))
                .toList();
        return new Comparison(
                reference.authored(),
                pairs,
                written.actions().stream().map(PostMortemForm::words).toList(),
                reference.actions().stream().map(PostMortemForm::words).toList());
    }
}
