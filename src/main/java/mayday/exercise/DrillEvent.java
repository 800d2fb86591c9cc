package mayday.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.scenario.Revision;

/** Something that happened in a drill. What happens within a team's incident is that incident's own. */
public sealed interface DrillEvent {

    record Created(Plan plan, JoinCode code, List<DrillTeam> teams, Participant by) implements DrillEvent {
        public Created {
            teams = List.copyOf(teams);
        }
    }

    record TeamAdded(DrillTeam team, Participant by) implements DrillEvent {}

    record Joined(Participant person, DrillTeamId team, Role role) implements DrillEvent {}

    /** Somebody who was there took another seat. */
    record SeatTaken(Participant person, DrillTeamId team, Role role) implements DrillEvent {}

    record Left(Participant person) implements DrillEvent {}

    record ReadyChanged(Participant person, boolean ready) implements DrillEvent {}

    /** Those in a role are told something that others are not. */
    record IntelGiven(Role role, String text, Participant by) implements DrillEvent {}

    record Said(Participant by, String text) implements DrillEvent {}

    /**
     * The teams' clocks began to run, all at this event's instant.
     *
     * @param incidents one a team, opened by whoever comes first: their ids are given here
     */
    record Started(Revision revision, List<TeamIncident> incidents, Participant by) implements DrillEvent {
        public Started {
            incidents = List.copyOf(incidents);
        }
    }

    record Paused(List<DrillTeamId> teams, Participant by) implements DrillEvent {
        public Paused {
            teams = List.copyOf(teams);
        }
    }

    record Resumed(List<DrillTeamId> teams, Participant by) implements DrillEvent {
        public Resumed {
            teams = List.copyOf(teams);
        }
    }

    record Extended(List<DrillTeamId> teams, Duration more, Participant by) implements DrillEvent {
        public Extended {
            teams = List.copyOf(teams);
        }
    }

    /**
     * Something is thrown into the incidents of some teams.
     *
     * @param after incident time since the page at which it arrives; empty: at once
     */
    record Injected(int number, List<DrillTeamId> teams, Inject inject, List<Duration> after, Participant by)
            implements DrillEvent {
        public Injected {
            teams = List.copyOf(teams);
            after = List.copyOf(after);
        }
    }

    /** What has not arrived yet is not to arrive. */
    record InjectWithdrawn(int number, Participant by) implements DrillEvent {}

    /** A facilitator's hint. */
    record HintSent(int number, DrillTeamId team, String text, int points, Participant by) implements DrillEvent {}

    /** A facilitator answered a question that had not been understood. */
    record AnsweredByHand(DrillTeamId team, QuestionId question, String text, Participant by) implements DrillEvent {}

    /** The incident commander handed over to somebody of the same team, whose role they took. */
    record CommandHandedOver(DrillTeamId team, Participant by, Participant to) implements DrillEvent {}

    record ProbeStarted(
            int number, Instant until, List<Probe.Question> questions, List<Probe.Truth> truths, Participant by)
            implements DrillEvent {
        public ProbeStarted {
            questions = List.copyOf(questions);
            truths = List.copyOf(truths);
        }
    }

    record ProbeAnswered(int number, Participant person, List<Integer> choices) implements DrillEvent {
        public ProbeAnswered {
            choices = List.copyOf(choices);
        }
    }

    record ProbeEnded(int number) implements DrillEvent {}

    /** Who sees the scoreboard changed. */
    record BoardShown(Plan.Board to, Participant by) implements DrillEvent {}

    /** The scoreboard stands still from here on, as it was. */
    record BoardFrozen(List<Standing> standings, Participant by) implements DrillEvent {
        public BoardFrozen {
            standings = List.copyOf(standings);
        }
    }

    record Ended(Participant by) implements DrillEvent {}

    /** The next part of the final standings was shown to everybody, the last place first. */
    record Revealed(int places, Participant by) implements DrillEvent {}

    record ActionNamed(Participant person, String text) implements DrillEvent {}
}
