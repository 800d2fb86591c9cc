package mayday.web.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import mayday.exercise.Drill;
import mayday.exercise.NamedAction;
import mayday.exercise.Seat;
import mayday.scenario.Dimension;

/**
 * All teams of a drill that is over, side by side.
 *
 * @param standings what the reader may see of them
 * @param mine what the reader named; empty if nothing, or if they had no seat
 * @param hasSeat whether they may name something
 * @param named what others named: those of the reader's team, or everybody's for facilitators
 */
public record DrillDebriefView(
        String id,
        String title,
        String scenario,
        String cause,
        String explanation,
        List<Lane> lanes,
        StandingsView standings,
        List<Difference> differences,
        List<ProbeView> probes,
        List<ConsoleView.LogLine> interruptions,
        boolean leads,
        boolean hasSeat,
        String mine,
        List<Named> named) {
    public DrillDebriefView {
        lanes = List.copyOf(lanes);
        differences = List.copyOf(differences);
        probes = List.copyOf(probes);
        interruptions = List.copyOf(interruptions);
        named = List.copyOf(named);
    }

    /**
     * A team.
     *
     * @param debrief address of its own debrief; empty for readers who may not see it
     */
    public record Lane(
            String id,
            String name,
            String status,
            String debrief,
            ChartDrawing chart,
            List<Mark> marks,
            List<Moved> moves,
            List<TeamRecord.Part> people,
            int interruptions) {
        public Lane {
            marks = List.copyOf(marks);
            moves = List.copyOf(moves);
            people = List.copyOf(people);
        }
    }

    /** A sign on a chart; {@code row} 0 or 1, so that those that lie close do not cover each other. */
    public record Mark(String x, int row, String sign, String look, String text) {}

    /**
     * A move.
     *
     * @param minute since the page, such as {@code 7:20}
     */
    public record Moved(String minute, String at, String kind, String by, String text) {}

    /**
     * Something that some asked about and others never did.
     *
     * @param asked teams with the minute of their first question about it
     * @param never those that never asked
     */
    public record Difference(String about, List<String> asked, List<String> never) {
        public Difference {
            asked = List.copyOf(asked);
            never = List.copyOf(never);
        }
    }

    /** A probe by team and level. */
    public record ProbeView(int number, List<Row> rows) {
        public ProbeView {
            rows = List.copyOf(rows);
        }

        /**
         * A team on a level.
         *
         * @param shared how many in the team gave the same answer, on average, in percent
         * @param right how many answers were right, in percent
         */
        public record Row(String team, String level, int people, String shared, String right) {}
    }

    /** What somebody will do differently. */
    public record Named(String team, String person, String text) {}

    /**
     * What one reader sees of it.
     *
     * @param records of the teams that began
     */
    public static DrillDebriefView of(
            Drill drill, List<TeamRecord> records, StandingsView standings, Optional<Seat> reader, boolean leads) {
        var cause = records.stream().map(TeamRecord::cause).findFirst();
        var until = records.stream().map(TeamRecord::ended).max(Comparator.naturalOrder());
        var personId = reader.map(seat -> seat.person().id()).orElse("");
        return new DrillDebriefView(
                drill.id().value(),
                drill.plan().title(),
                drill.plan().scenario().value(),
                cause.map(each -> each.title()).orElse("Nobody played: the drill ended before it began."),
                cause.map(each -> each.explanation()).orElse(""),
                records.stream()
                        .map(each -> lane(each, until.orElse(each.ended()), leads || isOf(reader, each)))
                        .toList(),
                standings,
                differences(records),
                ProbeResults.of(drill),
                DrillLog.interruptions(
                        drill,
                        records.stream().map(TeamRecord::paged).findFirst().orElse(Instant.EPOCH)),
                leads,
                reader.isPresent(),
                drill.conduct().namedActions().stream()
                        .filter(each -> each.person().id().equals(personId))
                        .map(NamedAction::text)
                        .findFirst()
                        .orElse(""),
                drill.conduct().namedActions().stream()
                        .filter(each -> leads
                                || reader.filter(seat -> seat.team().equals(each.team()))
                                        .isPresent())
                        .map(each -> new Named(
                                ConsoleView.name(drill, each.team()),
                                each.person().name(),
                                each.text()))
                        .toList());
    }

    private static boolean isOf(Optional<Seat> reader, TeamRecord each) {
        return reader.filter(seat -> seat.team().equals(each.team().id())).isPresent();
    }

    private static Lane lane(TeamRecord team, Instant until, boolean open) {
        var drawing = ChartDrawing.lane("Requests that fail, " + team.team().name(), team.sli(), team.ended(), until);
        var marks = new ArrayList<Mark>();
        var free = new double[] {0, 0};
        for (var move : team.moves()) {
            if (!move.sign().isEmpty()) {
                var x = ChartDrawing.laneX(team.sli(), team.ended(), until, move.at());
                var row = x < free[0] && free[1] <= free[0] ? 1 : 0;
                free[row] = x + 18;
                var look = move.kind().equals("action") ? "act" : move.kind().equals("outcome") ? "good" : "";
                marks.add(new Mark(Format.point(x), row, move.sign(), look, move.text()));
            }
        }
        return new Lane(
                team.team().id().value(),
                team.team().name(),
                inWords(team.status()),
                open ? "/incidents/" + team.incident() + "/debrief" : "",
                drawing,
                marks,
                team.moves().stream().map(move -> moved(team, move)).toList(),
                team.people(),
                team.interruptions());
    }

    /** A team whose time was up, or for whom the facilitator ended the drill, has not closed its incident itself. */
    private static String inWords(String status) {
        return status.equals("timed-out") ? "not closed by the team" : status;
    }

    private static Moved moved(TeamRecord team, TeamRecord.Made move) {
        var since = team.sincePage(move.at());
        return new Moved(
                since.isNegative() ? "0:00" : Format.length(since),
                Format.clock(move.at()),
                move.kind(),
                move.by(),
                move.text());
    }

    private static List<Difference> differences(List<TeamRecord> records) {
        var all = new TreeSet<Dimension>();
        records.forEach(each -> all.addAll(each.asked().keySet()));
        var differences = new ArrayList<Difference>();
        for (var dimension : all) {
            var asked = records.stream()
                    .filter(each -> each.asked().containsKey(dimension))
                    .map(each -> each.team().name() + " at "
                            + Format.length(each.sincePage(each.asked().getOrDefault(dimension, each.paged()))))
                    .toList();
            var never = records.stream()
                    .filter(each -> !each.asked().containsKey(dimension))
                    .map(each -> each.team().name())
                    .toList();
            if (!never.isEmpty()) {
                differences.add(new Difference(dimension.question(), asked, never));
            }
        }
        return differences;
    }
}
