package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How long a drill has run: real time during which at least one team's clock ran, at the drill's speed. */
final class RunningTime {
    private final Set<DrillTeamId> standing = new HashSet<>();
    private final int teams;
    private Duration sum = Duration.ZERO;
    private boolean probing = false;
    private Instant since = Instant.MAX;

    private RunningTime(int teams) {
        this.teams = teams;
    }

    static Duration of(Drill drill, Instant now) {
        var time = new RunningTime(drill.teams().size());
        for (var recorded : drill.history()) {
            time.happened(recorded);
        }
        time.stop(now);
        return scaled(drill, time.sum);
    }

    /** How long the drill had run at each of its events. */
    static List<Duration> atEach(Drill drill) {
        var time = new RunningTime(drill.teams().size());
        var each = new ArrayList<Duration>();
        for (var recorded : drill.history()) {
            time.happened(recorded);
            each.add(scaled(drill, time.upTo(recorded.at())));
        }
        return each;
    }

    private Duration upTo(Instant at) {
        return at.isAfter(since) ? sum.plus(Duration.between(since, at)) : sum;
    }

    private static Duration scaled(Drill drill, Duration real) {
        return Duration.ofMillis(
                Math.round(real.toMillis() * drill.plan().terms().speed()));
    }

    private void happened(DrillRecorded recorded) {
        var at = recorded.at();
        switch (recorded.event()) {
            case DrillEvent.Started _ -> since = at;
            case DrillEvent.Paused paused -> {
                standing.addAll(paused.teams());
                if (standing.size() == teams) {
                    stop(at);
                }
            }
            case DrillEvent.Resumed resumed -> {
                standing.removeAll(resumed.teams());
                goOn(at);
            }
            case DrillEvent.ProbeStarted _ -> {
                probing = true;
                stop(at);
            }
            case DrillEvent.ProbeEnded _ -> {
                probing = false;
                goOn(at);
            }
            case DrillEvent.Ended _ -> stop(at);
            case DrillEvent.Created _,
                    DrillEvent.TeamAdded _,
                    DrillEvent.Joined _,
                    DrillEvent.SeatTaken _,
                    DrillEvent.Left _,
                    DrillEvent.ReadyChanged _,
                    DrillEvent.IntelGiven _,
                    DrillEvent.Said _,
                    DrillEvent.Extended _,
                    DrillEvent.Injected _,
                    DrillEvent.InjectWithdrawn _,
                    DrillEvent.HintSent _,
                    DrillEvent.AnsweredByHand _,
                    DrillEvent.CommandHandedOver _,
                    DrillEvent.ProbeAnswered _,
                    DrillEvent.BoardShown _,
                    DrillEvent.BoardFrozen _,
                    DrillEvent.Revealed _,
                    DrillEvent.ActionNamed _ -> {
                // Takes no time.
            }
        }
    }

    private void goOn(Instant at) {
        if (!probing && standing.size() < teams && since.equals(Instant.MAX)) {
            since = at;
        }
    }

    private void stop(Instant at) {
        if (at.isAfter(since)) {
            sum = sum.plus(Duration.between(since, at));
        }
        since = Instant.MAX;
    }
}
