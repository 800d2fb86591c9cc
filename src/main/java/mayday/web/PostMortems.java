package mayday.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import mayday.drill.Room;
import mayday.incident.Participant;
import mayday.journal.Afterword;
import mayday.review.Facts;
import mayday.review.Inserts;
import mayday.review.PostMortem;
import mayday.review.Prefill;
import mayday.review.Reference;
import mayday.review.Wording;
import mayday.web.view.Format;
import mayday.web.view.PostMortemView;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The post-mortems of incidents that are over: the latest draft of each is kept, before that there is the one that comes of the run. */
final class PostMortems {
    /** The stored name of what is kept. */
    private static final String KIND = "post-mortem";

    private static final String WHOLE = "";
    private static final String RESOURCE = "/review/wording.yaml";

    private final DebriefShelf debriefs;

    PostMortems(DebriefShelf debriefs) {
        this.debriefs = debriefs;
    }

    /** The JVM reads it once, at the first use. */
    private static final class Words {
        static final Wording WORDING = read();

        private static Wording read() {
            try (var in = PostMortems.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the program lacks its resource " + RESOURCE);
                }
                var yaml = YAMLMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                        .build();
                return new Wording(yaml.readValue(in, Wording.Text.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Wording wording() {
        return Words.WORDING;
    }

    /**
     * A post-mortem as it stands.
     *
     * @param version of the draft; 0 if nobody has saved one
     * @param by who saved it; empty if nobody has, or has no name
     * @param at when it was saved; the epoch if it was not
     */
    record Draft(long version, PostMortem written, String by, Instant at) {
        boolean isSaved() {
            return version > 0;
        }
    }

    Facts facts(Room room) {
        return Facts.of(room.incident(), debriefs.of(room));
    }

    /** The latest draft about an incident that is over. */
    Draft draft(Room room, Facts facts) {
        return room.afterwords().stream()
                .filter(each -> each.kind().equals(KIND))
                .max(Comparator.comparingLong(Afterword::number))
                .map(each -> new Draft(
                        each.number(),
                        PostMortemJson.stored(each.body()),
                        each.by().name(),
                        each.writtenAt()))
                .orElseGet(() -> new Draft(0, Prefill.of(room.incident(), facts), "", Instant.EPOCH));
    }

    /** Keeps {@code written} if nobody has saved another draft since {@code expected}, the version that the writer knew. */
    Room.Written save(Room room, Participant by, PostMortem written, long expected) {
        return room.write(
                KIND, WHOLE, by, PostMortemJson.written(written).toString(), expected, Afterword.Earlier.GIVES_WAY);
    }

    /** The HTTP status of a draft that was not kept: 503 if the server could not, 409 if {@code why} is about the draft. */
    static int status(String why) {
        return why.equals(Room.NOT_STORED) ? 503 : 409;
    }

    /** The latest draft, with all that its page shows beside it. */
    PostMortemView view(Room room) {
        var facts = facts(room);
        var draft = draft(room, facts);
        var status = draft.isSaved()
                ? "Draft, saved " + Format.minute(draft.at()) + " UTC"
                : "Drafted from the run, not saved yet";
        return PostMortemView.of(room.id(), draft.written(), draft.version(), status, sources(room, facts));
    }

    /** What somebody wrote who knew the draft {@code version}, likewise. */
    PostMortemView view(Room room, PostMortem written, long version) {
        return PostMortemView.of(room.id(), written, version, "Not saved", sources(room, facts(room)));
    }

    private static PostMortemView.Sources sources(Room room, Facts facts) {
        return new PostMortemView.Sources(
                facts, Inserts.of(room.incident(), facts), Reference.of(room.incident(), facts), wording());
    }

    /** Ends the request if the incident is still open. */
    static void requireEnd(Room room) {
        if (!room.incident().isOver()) {
            throw new Failure(Failure.Problem.of(
                    "incident-open", 409, "Not yet", "There is a post-mortem when the incident has ended."));
        }
    }
}
