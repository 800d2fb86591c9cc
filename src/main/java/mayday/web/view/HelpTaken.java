package mayday.web.view;

import java.util.stream.Stream;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Terms.Coaching;
import mayday.scenario.Words;

/**
 * Which help there was in an ended incident.
 *
 * @param coach {@code off}, {@code sparse}, {@code usual}, {@code close} or {@code guide}
 * @param remarks how often the coach spoke
 * @param hints how many were taken, or sent by a facilitator
 * @param points what they cost together
 */
public record HelpTaken(String coach, int remarks, int hints, int points) {
    public static HelpTaken of(Incident incident) {
        var hints = incident.history().stream().flatMap(HelpTaken::price).toList();
        return new HelpTaken(
                Words.kebab(incident.opened().terms().coach()),
                (int) incident.history().stream()
                        .filter(each -> each.event() instanceof Event.CoachSpoke)
                        .count(),
                hints.size(),
                hints.stream().mapToInt(Integer::intValue).sum());
    }

    private static Stream<Integer> price(Recorded recorded) {
        return switch (recorded.event()) {
            case Event.HintTaken taken -> Stream.of(taken.points());
            case Event.HintSent sent -> Stream.of(sent.points());
            case Event.Public _, Event.Secret _ -> Stream.of();
        };
    }

    /** Whether the learner was led step by step. */
    public boolean guided() {
        return coach.equals(Words.kebab(Coaching.GUIDE));
    }

    /** In words, such as {@code with coach: usual, 2 hints}; empty if there was none. */
    public String words() {
        var coached = guided() ? "guided" : coach.equals(Words.kebab(Coaching.OFF)) ? "" : "with coach: " + coach;
        var hinted = hints == 0 ? "" : hints == 1 ? "1 hint" : hints + " hints";
        return coached.isEmpty() || hinted.isEmpty() ? coached + hinted : coached + ", " + hinted;
    }
}
