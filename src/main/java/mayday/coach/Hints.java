package mayday.coach;

import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.Incident;
import mayday.incident.Matter;

/**
 * Words the next hint of an open incident. It rests on what the learner asked, did and wrote down, on the scenario's candidate causes,
 * and on running each of them under the learner's own moves. Two true causes whose answers so far are alike get the same hint, to the
 * letter; a test holds it. Pure.
 */
public final class Hints {
    private Hints() {}

    public static Hint next(Incident incident, HintOffer.Next offer) {
        var standing = new Standing(incident);
        var matter = offer.matter().orElseGet(() -> Matters.first(standing));
        return new Hint(matter, text(matter, offer.step(), standing));
    }

    static String text(Matter matter, HintStep step, Standing standing) {
        return switch (step) {
            case WHERE -> where(matter);
            case WHAT -> what(matter, standing);
            case MEANING -> Meaning.of(matter, standing);
        };
    }

    private static String where(Matter matter) {
        return switch (matter) {
            case Matter.Ask(var dimension) -> Places.area(dimension);
            case Matter.Tell() ->
                "Look away from the screens for a moment: there are people outside this room who do not know what you know.";
            case Matter.Look() -> "Look back at what you did, before you look for anything new.";
            case Matter.Act() ->
                "Look at what you can do. Your answers have narrowed it down enough to end the harm, whether or not the cause is proven.";
            case Matter.Weigh() ->
                "Look at your board, not at the system: no general question will tell you much more than you have already.";
        };
    }

    private static String what(Matter matter, Standing standing) {
        return switch (matter) {
            case Matter.Ask(var dimension) -> "Ask this: " + Places.question(dimension, standing.incident.scenario());
            case Matter.Tell() ->
                "Ask yourself who has to hear of it, and post an update: what customers notice, since when, that you are on it, and"
                        + " when you will write again.";
            case Matter.Look() ->
                "Ask what the error rate is now, and what customers notice. Did it change when your action was done?";
            case Matter.Act() ->
                "Ask yourself which action takes back, or takes out, what your answers point at, and which of those reaches the fewest"
                        + " customers. Write down what you expect to see, and by when, before you start it.";
            case Matter.Weigh() ->
                "Ask yourself which explanations are left, write each of them down with how sure you are, and link the evidence that"
                        + " speaks for it and against it.";
        };
    }
}
