package mayday.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mayday.exercise.Drill;
import mayday.exercise.Plan;
import mayday.exercise.Standing;
import mayday.exercise.Standings;

/**
 * How the teams stand, for everybody or for facilitators only.
 *
 * @param stage {@code hidden}, {@code live}, {@code frozen}, {@code revealing} or {@code final}
 * @param note what is shown, in words
 * @param rows the first place first
 * @param hidden how many places are not shown yet
 * @param complete whether all teams are in it, so far as they are to be
 */
public record StandingsView(
        String drill, String title, String stage, String note, List<Row> rows, int hidden, boolean complete) {
    private static final String WORKED_OUT = "The final standings are being worked out. This takes a few seconds.";

    public StandingsView {
        rows = List.copyOf(rows);
    }

    /**
     * A team.
     *
     * @param mitigated time to mitigation in words; {@code –} while customers are hurt
     * @param sum of the places in the four columns
     * @param places those, in the order mitigation, structure, impact, communication
     */
    public record Row(
            int place,
            String team,
            String name,
            String mitigated,
            int structure,
            long failedRequests,
            int communication,
            String bits,
            String budgetLeft,
            int sum,
            List<Integer> places) {
        public Row {
            places = List.copyOf(places);
        }

        public String failed() {
            return Format.count((double) failedRequests);
        }
    }

    /**
     * What everybody in the drill may see.
     *
     * @param latest how the teams stand now, as far as it is known
     */
    public static StandingsView forEverybody(Drill drill, List<Standing> latest) {
        var conduct = drill.conduct();
        if (drill.isOver()) {
            return revealed(drill, latest);
        }
        if (conduct.board() != Plan.Board.EVERYONE) {
            return none(drill, "hidden", "The facilitator keeps the scoreboard hidden until the end.");
        }
        if (conduct.clocks().isEmpty()) {
            return none(drill, "hidden", "The drill has not begun.");
        }
        return forFacilitators(drill, latest);
    }

    /** The scoreboard as it is, whoever else may see it. */
    public static StandingsView forFacilitators(Drill drill, List<Standing> latest) {
        var frozen = drill.conduct().frozen();
        if (!drill.isOver() && !frozen.isEmpty()) {
            return of(
                    drill,
                    "frozen",
                    "Frozen until the end: it shows how the teams stood then.",
                    rows(drill, frozen),
                    0);
        }
        if (drill.isOver() && latest.isEmpty() && !drill.stage().incidents().isEmpty()) {
            return none(drill, "final", WORKED_OUT);
        }
        return of(
                drill,
                drill.isOver() ? "final" : "live",
                drill.isOver() ? "The final standings." : "Live: it changes as the teams work.",
                rows(drill, latest),
                0);
    }

    private static StandingsView revealed(Drill drill, List<Standing> latest) {
        var shown = drill.conduct().revealed();
        var teams = drill.teams().size();
        var all = rows(drill, latest);
        if (all.size() < teams && !drill.stage().incidents().isEmpty()) {
            return none(drill, "revealing", WORKED_OUT);
        }
        var hidden = Math.max(0, all.size() - shown);
        var rows = all.subList(Math.min(hidden, all.size()), all.size());
        return of(
                drill,
                hidden == 0 ? "final" : "revealing",
                hidden == 0
                        ? "The final standings."
                        : "The drill is over. The facilitator reveals the places one by one, the last first.",
                rows,
                hidden);
    }

    private static StandingsView none(Drill drill, String stage, String note) {
        return of(drill, stage, note, List.of(), 0);
    }

    private static StandingsView of(Drill drill, String stage, String note, List<Row> rows, int hidden) {
        return new StandingsView(
                drill.id().value(),
                drill.plan().title(),
                stage,
                note,
                rows,
                hidden,
                rows.size() + hidden >= drill.stage().incidents().size());
    }

    private static List<Row> rows(Drill drill, List<Standing> standings) {
        var rows = new ArrayList<Row>();
        for (var each : Standings.of(standings)) {
            var standing = each.standing();
            rows.add(new Row(
                    each.place(),
                    standing.team().value(),
                    drill.team(standing.team()).map(team -> team.name()).orElse(""),
                    standing.mitigatedAfter().stream()
                            .findFirst()
                            .map(Format::length)
                            .orElse("–"),
                    standing.structure(),
                    standing.failedRequests(),
                    standing.communication(),
                    Format.tenth(standing.bits()),
                    String.format(Locale.ROOT, "%.0f %%", standing.budgetLeft()),
                    each.sum(),
                    List.of(each.mitigation(), each.structure(), each.impact(), each.communication())));
        }
        return rows;
    }
}
