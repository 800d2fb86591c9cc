package mayday.debrief;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mayday.debrief.Debrief.Cost;
import mayday.debrief.Debrief.Part;
import mayday.debrief.Debrief.Time;
import mayday.debrief.Debrief.Told;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Phase;
import mayday.incident.Reports;
import mayday.scenario.Words;
import mayday.simulation.Series;

/**
 * How the built-in expert did with the same scenario, cause and seed: what a run is measured against. Also how it goes on with an
 * incident that somebody else began.
 *
 * @param score of its diagnostic structure, 0 to 100
 * @param parts the scores of its parts, by their id
 * @param took from the page to its closing words
 * @param questions how many it asked
 * @param moves what it did, in order
 * @param sli the error ratio as it went in its run
 */
public record Par(
        int score,
        Map<String, Integer> parts,
        Time time,
        Cost impact,
        Duration took,
        int questions,
        List<Move> moves,
        Series sli) {
    public Par {
        parts = Map.copyOf(parts);
        moves = List.copyOf(moves);
    }

    /**
     * A move of the expert.
     *
     * @param afterPage when it made it
     * @param what the question asked, the action started, or whom it told something
     * @param why what the answer told, what it expected, or what it said
     */
    public record Move(Duration afterPage, String what, String why) {}

    /** The same by a rubric's weights; of the parts alone, since what aspects are made of is not kept of the expert's run. */
    Par by(Rubric rubric) {
        var sum = 0.0;
        var weights = 0;
        for (var terms : rubric.parts()) {
            sum += terms.weight() * parts.getOrDefault(terms.name().id(), 0);
            weights += terms.weight();
        }
        var judged = (int) Math.round(sum / Math.max(1, weights));
        return new Par(judged, parts, time, impact, took, questions, moves, sli);
    }

    /** Of the expert's own incident and its debrief. */
    public static Par of(Incident played, Debrief debrief) {
        return of(played, debrief, 0);
    }

    /** Of an incident that the expert took over from somebody else, and its debrief; {@code after} is the last event that is not its own. */
    public static Par of(Incident played, Debrief debrief, long after) {
        return new Par(
                debrief.structure().score(),
                debrief.structure().parts().stream().collect(Collectors.toMap(Part::id, Part::score)),
                debrief.time(),
                debrief.impact().actual(),
                Duration.between(played.scenario().pagedAt(), played.now()),
                (int) played.history().stream()
                        .filter(each -> each.event() instanceof Event.QuestionAsked)
                        .count(),
                moves(played, debrief, after),
                debrief.curves().actual());
    }

    private static List<Move> moves(Incident played, Debrief debrief, long before) {
        var told = debrief.told().stream().collect(Collectors.toMap(Told::sequence, Par::learnt));
        var moves = new ArrayList<Move>();
        for (var recorded :
                played.history().subList((int) before, played.history().size())) {
            var after = Duration.between(played.scenario().pagedAt(), recorded.at());
            switch (recorded.event()) {
                case Event.QuestionAsked asked ->
                    moves.add(new Move(after, asked.words(), told.getOrDefault(recorded.sequence(), "")));
                case Event.ActionStarted started ->
                    moves.add(new Move(after, Reports.title(started.action()), started.expectation()));
                case Event.UpdatePosted posted -> moves.add(new Move(after, "Tells people", posted.text()));
                case Event.Escalated paged -> moves.add(new Move(after, "Pages team " + paged.team(), paged.text()));
                case Event.SeverityDeclared(var severity, var _) ->
                    moves.add(new Move(after, "Declares " + severity, ""));
                case Event.HypothesisStated stated ->
                    moves.add(new Move(
                            after,
                            "Suspects " + stated.faultClass().title() + ", " + stated.target(),
                            stated.confidence() + " % sure"));
                case Event.HypothesisJudged judged ->
                    moves.add(new Move(
                            after,
                            judged.id() + " " + Words.kebab(judged.verdict()).replace('-', ' '),
                            ""));
                case Event.IncidentClosed _ -> moves.add(new Move(after, "Closes", closing(played)));
                case Event.Public _, Event.Secret _ -> {
                    // What happened to it, not what it did.
                }
            }
        }
        return moves;
    }

    private static String closing(Incident played) {
        return played.phase() instanceof Phase.Closed closed ? closed.statement() : "";
    }

    private static String learnt(Told answer) {
        var bits = String.format(Locale.ROOT, "%.1f bits", Math.max(0, answer.bits()));
        return answer.ruledOut().isEmpty() ? bits : bits + ": rules out " + Suspects.listed(answer.ruledOut());
    }
}
