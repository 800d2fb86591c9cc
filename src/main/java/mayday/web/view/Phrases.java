package mayday.web.view;

import mayday.incident.Hypothesis;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;

/** Moves in words. */
public final class Phrases {
    private static final int MOST_CHARACTERS = 90;

    private Phrases() {}

    /** {@code the status page}. */
    public static String audience(Audience audience) {
        return switch (audience) {
            case STATUS_PAGE -> "the status page";
            case STAKEHOLDERS -> "stakeholders";
            case CHANNEL -> "the incident channel";
        };
    }

    /** The learner's words, or the class and target in words. */
    public static String hypothesis(String text, FaultClass faultClass, String target) {
        if (!text.isBlank()) {
            return text;
        }
        return target.isBlank() ? capital(faultClass.title()) : target + ": " + faultClass.title();
    }

    static String hypothesis(Hypothesis hypothesis) {
        return hypothesis(hypothesis.text(), hypothesis.faultClass(), hypothesis.target());
    }

    /** With a capital first letter. */
    public static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** As much as fits a line of the console; what is cut off ends in dots. */
    static String shortened(String words) {
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS - 1) + "…";
    }
}
