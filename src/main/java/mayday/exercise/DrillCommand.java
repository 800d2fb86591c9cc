package mayday.exercise;

import java.time.Duration;
import java.util.List;
import mayday.incident.IncidentId;
import mayday.incident.Inject;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.scenario.Revision;

/** Something that somebody wants to do in a drill. That they may is the caller's to know, as far as it is not their seat that allows it. */
public sealed interface DrillCommand {

    /** Nothing but the passing of time: makes what fell due happen. */
    record Observe() implements DrillCommand {}

    record AddTeam(Participant by, String name) implements DrillCommand {}

    /**
     * Comes in, or takes another seat.
     *
     * @param team empty: the one with the fewest people
     * @param role empty: the first that nobody of the team has
     */
    record TakeSeat(Participant person, String team, String role) implements DrillCommand {}

    record Leave(Participant person) implements DrillCommand {}

    record BeReady(Participant person, boolean ready) implements DrillCommand {}

    record GiveIntel(Participant by, Role role, String text) implements DrillCommand {}

    record Say(Participant by, String text) implements DrillCommand {}

    /**
     * Starts the clocks of all teams at once.
     *
     * @param incidents ids for the teams' incidents, one a team in their order
     */
    record Start(Participant by, Revision revision, List<IncidentId> incidents) implements DrillCommand {
        public Start {
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * Stops clocks.
     *
     * @param teams none: those of all teams
     */
    record Pause(Participant by, List<DrillTeamId> teams) implements DrillCommand {
        public Pause {
            teams = List.copyOf(teams);
        }
    }

    /**
     * Lets clocks run again.
     *
     * @param teams none: those of all teams
     */
    record Resume(Participant by, List<DrillTeamId> teams) implements DrillCommand {
        public Resume {
            teams = List.copyOf(teams);
        }
    }

    /**
     * Adds to the limit.
     *
     * @param teams none: that of all teams
     */
    record Extend(Participant by, List<DrillTeamId> teams, Duration more) implements DrillCommand {
        public Extend {
            teams = List.copyOf(teams);
        }
    }

    /**
     * Throws something into the teams' incidents.
     *
     * @param teams none: all teams
     * @param after incident time since the page; empty: now
     */
    record Throw(Participant by, List<DrillTeamId> teams, Inject inject, List<Duration> after) implements DrillCommand {
        public Throw {
            teams = List.copyOf(teams);
            after = List.copyOf(after);
        }
    }

    /** Takes back what has not arrived. */
    record WithdrawInject(Participant by, int number) implements DrillCommand {}

    record SendHint(Participant by, DrillTeamId team, String text, int points) implements DrillCommand {}

    record AnswerByHand(Participant by, DrillTeamId team, QuestionId question, String text) implements DrillCommand {}

    /** The incident commander hands over to somebody of the team; or somebody takes command that nobody has. */
    record HandOver(Participant by, String toPersonId) implements DrillCommand {}

    record StartProbe(Participant by, List<Probe.Question> questions, List<Probe.Truth> truths)
            implements DrillCommand {
        public StartProbe {
            questions = List.copyOf(questions);
            truths = List.copyOf(truths);
        }
    }

    record AnswerProbe(Participant person, List<Integer> choices) implements DrillCommand {
        public AnswerProbe {
            choices = List.copyOf(choices);
        }
    }

    record ShowBoard(Participant by, Plan.Board to) implements DrillCommand {}

    record FreezeBoard(Participant by, List<Standing> standings) implements DrillCommand {
        public FreezeBoard {
            standings = List.copyOf(standings);
        }
    }

    record End(Participant by) implements DrillCommand {}

    /** Shows everybody the next place of the final standings. */
    record Reveal(Participant by) implements DrillCommand {}

    record NameAction(Participant person, String text) implements DrillCommand {}
}
