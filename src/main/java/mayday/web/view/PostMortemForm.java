package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.review.AutomationDepth;
import mayday.review.FollowUp;
import mayday.review.Limits;
import mayday.review.PostMortem;
import mayday.review.Section;
import mayday.review.ToilAspect;
import mayday.review.ToilRatings.Rating;
import mayday.scenario.FollowUpKind;
import mayday.scenario.Words;

/**
 * The fields in which a post-mortem is written.
 *
 * @param version of the stored draft that they were read from; 0 for none
 * @param status such as {@code Draft, saved 10:42 UTC}
 * @param mistakes why what was typed is not saved; empty if all is well
 * @param conflict the draft that somebody else saved meanwhile; none or one
 */
public record PostMortemForm(
        long version,
        String status,
        List<String> mistakes,
        List<Conflict> conflict,
        List<Field> fields,
        List<Action> actions) {
    private static final int CHARACTERS_A_ROW = 90;
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 14;

    public static final int ACTION_CHARACTERS = Limits.ACTION_CHARACTERS;
    public static final int OWNER_CHARACTERS = Limits.OWNER_CHARACTERS;

    public PostMortemForm {
        mistakes = List.copyOf(mistakes);
        conflict = List.copyOf(conflict);
        fields = List.copyOf(fields);
        actions = List.copyOf(actions);
    }

    /**
     * A section to write in.
     *
     * @param rows how tall its field is
     * @param points whether it is one point a line
     */
    public record Field(String key, String title, String prompt, String text, int rows, int most, boolean points) {
        /** The lines that say something, without the sign of a list. */
        public List<String> lines() {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> line.startsWith("- ") || line.startsWith("* ") ? line.substring(2) : line)
                    .toList();
        }
    }

    /**
     * An action to write in.
     *
     * @param kind empty if none was chosen
     * @param ratings in the order of {@link #ASPECTS}, each {@code low}, {@code medium}, {@code high} or empty
     * @param depth 1 to 4; 0 for as its words say
     */
    public record Action(
            int index, String text, String owner, String kind, String due, List<String> ratings, int depth) {
        public Action {
            ratings = List.copyOf(ratings);
        }

        public boolean isRated() {
            return depth > 0 || ratings.stream().anyMatch(rating -> !rating.isEmpty());
        }
    }

    /** What somebody else saved meanwhile, where it differs. */
    public record Conflict(long version, String by, String at, List<Field> theirs, List<String> theirActions) {
        public Conflict {
            theirs = List.copyOf(theirs);
            theirActions = List.copyOf(theirActions);
        }
    }

    /** An aspect of toil with what its three ratings mean. */
    public record Aspect(String key, String title, List<Choice> choices) {
        public Aspect {
            choices = List.copyOf(choices);
        }
    }

    public static final List<Aspect> ASPECTS = List.of(ToilAspect.values()).stream()
            .map(aspect -> new Aspect(
                    aspect.key(),
                    aspect.title(),
                    List.of(Rating.LOW, Rating.MEDIUM, Rating.HIGH).stream()
                            .map(rating -> new Choice(
                                    Words.kebab(rating),
                                    Phrases.capital(Words.kebab(rating)) + ": " + aspect.words(rating)))
                            .toList()))
            .toList();

    public static final List<Choice> KINDS = List.of(FollowUpKind.values()).stream()
            .map(kind -> new Choice(Words.kebab(kind), Phrases.capital(kind.title()) + ": " + kind.words()))
            .toList();

    public static final List<Choice> DEPTHS = List.of(AutomationDepth.values()).stream()
            .map(depth -> new Choice(
                    Integer.toString(depth.level()), depth.level() + ": " + depth.title() + " (" + depth.words() + ")"))
            .toList();

    public static PostMortemForm of(PostMortem written, long version, String status) {
        return new PostMortemForm(version, status, List.of(), List.of(), fields(written), actions(written.actions()));
    }

    PostMortemForm withMistakes(List<String> found) {
        return new PostMortemForm(version, "Not saved", found, conflict, fields, actions);
    }

    PostMortemForm withConflict(PostMortem mine, PostMortem theirs, long latest, String by, Instant at) {
        var differing = fields(theirs).stream()
                .filter(field -> Section.of(field.key())
                        .filter(section -> !mine.text(section).equals(field.text()))
                        .isPresent())
                .toList();
        var theirActions = theirs.actions().equals(mine.actions())
                ? List.<String>of()
                : theirs.actions().stream().map(PostMortemForm::words).toList();
        var found = new Conflict(latest, by, Format.clock(at), differing, theirActions);
        return new PostMortemForm(version, "Not saved", mistakes, List.of(found), fields, actions);
    }

    /** The actions to fill in: those that there are and an empty one, if there is room. */
    public List<Action> rows() {
        var rows = new ArrayList<>(actions);
        if (rows.size() < Limits.ACTIONS) {
            rows.add(action(rows.size(), FollowUp.of("")));
        }
        return rows;
    }

    private static List<Field> fields(PostMortem written) {
        return List.of(Section.values()).stream()
                .map(section -> new Field(
                        section.key(),
                        section.title(),
                        section.prompt(),
                        written.text(section),
                        height(written.text(section)),
                        Limits.SECTION_CHARACTERS,
                        section.form() == Section.Form.POINTS))
                .toList();
    }

    /** Tall enough for the text, within reason. */
    private static int height(String text) {
        var rows = text.lines()
                .mapToInt(line -> 1 + line.length() / CHARACTERS_A_ROW)
                .sum();
        return Math.clamp(rows, LEAST_ROWS, MOST_ROWS);
    }

    private static List<Action> actions(List<FollowUp> actions) {
        var rows = new ArrayList<Action>();
        actions.forEach(action -> rows.add(action(rows.size(), action)));
        return rows;
    }

    private static Action action(int index, FollowUp action) {
        return new Action(
                index,
                action.text(),
                action.owner(),
                action.kind().stream().map(Words::kebab).findFirst().orElse(""),
                action.due(),
                List.of(ToilAspect.values()).stream()
                        .map(aspect -> action.toil().of(aspect))
                        .map(rating -> rating == Rating.UNSAID ? "" : Words.kebab(rating))
                        .toList(),
                action.depth().stream().mapToInt(AutomationDepth::level).sum());
    }

    /** Such as {@code Alert on pool wait time (detect, Orders)}. */
    static String words(FollowUp action) {
        var about = new ArrayList<String>();
        action.kind().forEach(kind -> about.add(kind.title()));
        if (!action.owner().isBlank()) {
            about.add(action.owner());
        }
        if (!action.due().isBlank()) {
            about.add(action.due());
        }
        return action.text() + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
    }
}
