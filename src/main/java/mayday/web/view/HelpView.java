package mayday.web.view;

import mayday.incident.HintOffer;
import mayday.incident.Incident;
import mayday.incident.Terms;
import mayday.scenario.Words;

/**
 * Which help an incident has.
 *
 * @param hints whether hints may be taken
 * @param coach {@code off}, {@code sparse}, {@code usual}, {@code close} or {@code guide}
 * @param hint what the next hint would cost
 */
public record HelpView(boolean hints, String coach, NextHint hint) {

    /**
     * The next hint, before it is taken.
     *
     * @param step 1 to 3; 0 if there is none
     * @param title what it tells, such as {@code where to look}
     * @param price in words
     * @param left how many there are, this one included
     * @param why there is none; empty if there is one
     */
    public record NextHint(
            boolean available,
            int step,
            String title,
            String price,
            long costSeconds,
            int points,
            int left,
            String why) {

        static NextHint of(Incident incident) {
            return switch (HintOffer.of(incident)) {
                case HintOffer.None(var why) -> new NextHint(false, 0, "", "", 0, 0, 0, why.reason());
                case HintOffer.Next next ->
                    new NextHint(
                            true,
                            next.step().number(),
                            next.step().words(),
                            next.price(),
                            next.cost().toSeconds(),
                            next.points(),
                            next.left(),
                            "");
            };
        }
    }

    public static HelpView of(Incident incident) {
        var terms = incident.opened().terms();
        return new HelpView(terms.hints(), Words.kebab(terms.coach()), NextHint.of(incident));
    }

    /** Whether the learner is led step by step. */
    public boolean guided() {
        return coach.equals(Words.kebab(Terms.Coaching.GUIDE));
    }

    /** The terms in a word or two. */
    public String words() {
        return guided()
                ? "Guided"
                : coach.equals(Words.kebab(Terms.Coaching.OFF)) ? hints ? "Hints" : "Unaided" : "Coach: " + coach;
    }
}
