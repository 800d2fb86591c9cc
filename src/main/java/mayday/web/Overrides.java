package mayday.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import mayday.debrief.PartName;
import mayday.debrief.ScoreOverride;
import mayday.drill.Room;
import mayday.journal.Afterword;
import mayday.journal.Deed;
import mayday.scenario.Words;
import tools.jackson.databind.json.JsonMapper;

/** Scores that facilitators put in place of computed ones. Each stays on record, also when another one or none holds any more. */
final class Overrides {
    /** A stored name. */
    static final String KIND = "override";

    private static final String SCORE = "score";
    private static final String REASON = "reason";
    private static final String WITHDRAWN = "withdrawn";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Overrides() {}

    /** Those that hold, by part. */
    static List<ScoreOverride> of(Room room) {
        var latest = new LinkedHashMap<String, Afterword>();
        for (var word : room.afterwords()) {
            if (word.kind().equals(KIND)) {
                latest.put(word.subject(), word);
            }
        }
        var holding = new ArrayList<ScoreOverride>();
        latest.values().forEach(word -> read(word).ifPresent(holding::add));
        return holding;
    }

    private static Optional<ScoreOverride> read(Afterword word) {
        var body = JSON.readTree(word.body());
        if (body.path(WITHDRAWN).asBoolean(false)) {
            return Optional.empty();
        }
        return Words.parse(PartName.class, word.subject())
                .map(part -> new ScoreOverride(
                        part,
                        body.path(SCORE).asInt(),
                        body.path(REASON).asString(),
                        word.by().name(),
                        word.writtenAt()));
    }

    /** Puts {@code score} in place of the computed one. */
    static Room.Written write(Site site, Facilitating who, Room room, PartName part, int score, String reason) {
        var body = JSON.createObjectNode().put(SCORE, score).put(REASON, reason);
        var written = write(room, who, part, JSON.writeValueAsString(body));
        return noted(site, who, room, written, Deed.SCORE_OVERRIDDEN, part.id() + " to " + score + ": " + reason);
    }

    /** Lets the computed score hold again. */
    static Room.Written withdraw(Site site, Facilitating who, Room room, PartName part) {
        var body = JSON.createObjectNode().put(WITHDRAWN, true);
        var written = write(room, who, part, JSON.writeValueAsString(body));
        return noted(site, who, room, written, Deed.OVERRIDE_WITHDRAWN, part.id());
    }

    private static Room.Written noted(
            Site site, Facilitating who, Room room, Room.Written written, Deed what, String detail) {
        if (written instanceof Room.Written.Stored) {
            site.accounts().note(who.participant(), what, "incident " + room.id(), detail);
        }
        return written;
    }

    private static Room.Written write(Room room, Facilitating who, PartName part, String body) {
        var latest = room.afterwords().stream()
                .filter(word -> word.kind().equals(KIND) && word.subject().equals(part.id()))
                .mapToLong(Afterword::number)
                .max()
                .orElse(0);
        return room.write(KIND, part.id(), who.participant(), body, latest, Afterword.Earlier.STAYS);
    }
}
