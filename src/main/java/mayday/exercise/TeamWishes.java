package mayday.exercise;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.incident.Command;
import mayday.incident.Incident;
import mayday.incident.Participant;

/** What a drill wants of a team's incident: the next command that brings it in line, if it is not. Pure. */
public final class TeamWishes {
    private final Drill drill;
    private final DrillTeamId team;
    private final Incident incident;

    private TeamWishes(Drill drill, DrillTeamId team, Incident incident) {
        this.drill = drill;
        this.team = team;
        this.incident = incident;
    }

    /**
     * A command and when it was meant.
     *
     * @param since real time of the drill's event from which it follows: if it could not be carried out then, it is as if it had been;
     *     the end of time for what counts from when it is carried out
     */
    public record Wish(Command command, Instant since) {}

    /** Empty if the incident is as the drill wants it. */
    public static Optional<Wish> next(Drill drill, DrillTeamId team, Incident incident) {
        return new TeamWishes(drill, team, incident).next();
    }

    private Optional<Wish> next() {
        if (incident.isOver()) {
            return Optional.empty();
        }
        return switch (drill.stage()) {
            case Stage.Lobby _ -> Optional.empty();
            case Stage.Over over -> Optional.of(new Wish(new Command.CallTime(ender()), over.endedAt()));
            case Stage.Running _ -> drill.conduct().clock(team).flatMap(this::next);
        };
    }

    private Participant ender() {
        return drill.history().stream()
                .flatMap(
                        each -> each.event() instanceof DrillEvent.Ended ended ? Stream.of(ended.by()) : Stream.empty())
                .findFirst()
                .orElseGet(this::facilitator);
    }

    private Optional<Wish> next(TeamClock clock) {
        var missing = clock.extended().minus(incident.clock().extension());
        if (missing.isPositive()) {
            return wish(new Command.ExtendTime(facilitator(), missing));
        }
        // What comes in words comes before the clock stands, and is read while it does.
        var told = Telling.next(drill, team, incident);
        if (told.isPresent()) {
            return told;
        }
        if (clock.stands() && !incident.clock().isPaused()) {
            return Optional.of(new Wish(new Command.PauseClock(facilitator()), clock.since()));
        }
        if (!clock.stands() && incident.clock().isPaused()) {
            return wish(new Command.ResumeClock(facilitator(), clock.since()));
        }
        return Optional.empty();
    }

    private static Optional<Wish> wish(Command command) {
        return Optional.of(new Wish(command, Instant.MAX));
    }

    private Participant facilitator() {
        return drill.created().by();
    }
}
