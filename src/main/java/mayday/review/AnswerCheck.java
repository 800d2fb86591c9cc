package mayday.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mayday.review.Repertoire.Signs;
import mayday.review.Repertoire.Want;
import mayday.review.ReviewerQuestions.Question;

/**
 * What a reader would say about an answer before they weigh what it says. Never a score: whoever wrote it decides.
 *
 * @param id {@code length}, {@code number}, {@code own} or {@code change}
 * @param met whether there is nothing to mend
 * @param words what is good about it, or what would make it better
 */
public record AnswerCheck(String id, boolean met, String words) {
    /** Longer is not read at the table. */
    public static final int MOST_CHARACTERS = 4_000;

    private static final int FEW_CHARACTERS = 40;
    private static final int MANY_CHARACTERS = 1_200;

    private static final Pattern NUMBER = Pattern.compile(
            "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|none|zero|hundred|thousand)\\b");
    private static final Pattern I = Pattern.compile("\\bI\\b|\\b[Mm]y\\b|\\b[Mm]e\\b|\\b[Mm]yself\\b");
    private static final Pattern OTHERS =
            Pattern.compile("\\b(we|our|us|the team|everyone|everybody|one should|people)\\b");

    /** All about an answer that says something. */
    public static List<AnswerCheck> of(Question question, String answer, KnownFigures known, Signs signs) {
        var checks = new ArrayList<AnswerCheck>();
        checks.add(length(answer.strip()));
        if (question.wants().contains(Want.OWN)) {
            checks.add(own(answer));
        }
        var wrong = NamedFigures.wrong(answer, known);
        if (!wrong.isEmpty()) {
            checks.add(new AnswerCheck("number", false, wrong));
        } else if (question.wants().contains(Want.NUMBER)) {
            checks.add(number(answer));
        }
        if (question.wants().contains(Want.CHANGE)) {
            checks.add(change(answer, signs));
        }
        return checks;
    }

    private static AnswerCheck length(String answer) {
        if (answer.length() < FEW_CHARACTERS) {
            return new AnswerCheck(
                    "length", false, "That is very short. One sentence more would let others follow you.");
        }
        return answer.length() > MANY_CHARACTERS
                ? new AnswerCheck("length", false, "That is long for an answer. Which two sentences carry it?")
                : new AnswerCheck("length", true, "A length that people read.");
    }

    private static AnswerCheck own(String answer) {
        if (I.matcher(answer).find()) {
            return new AnswerCheck("own", true, "You say what you did yourself.");
        }
        return OTHERS.matcher(answer.toLowerCase(Locale.ROOT)).find()
                ? new AnswerCheck(
                        "own", false, "You speak of others. What did you see, think or do yourself? Say it with I.")
                : new AnswerCheck(
                        "own",
                        false,
                        "Nobody stands in it yet. What did you see, think or do yourself? Say it with I.");
    }

    private static AnswerCheck number(String answer) {
        return NUMBER.matcher(answer.toLowerCase(Locale.ROOT)).find()
                ? new AnswerCheck("number", true, "There is a figure in it.")
                : new AnswerCheck(
                        "number", false, "A figure would make it stronger: how many, how long, at what time?");
    }

    private static AnswerCheck change(String answer, Signs signs) {
        var words = answer.toLowerCase(Locale.ROOT);
        if (signs.systemic().stream().anyMatch(sign -> startsAWord(words, sign))) {
            return new AnswerCheck("change", true, "It names a change that outlives good intentions.");
        }
        return signs.local().stream().anyMatch(words::contains)
                ? new AnswerCheck(
                        "change",
                        false,
                        "That is a good intention. Which change of the system, an alarm, a default, a runbook, would make it needless?")
                : new AnswerCheck(
                        "change",
                        false,
                        "Which change of the system or of how you work would make sure of it? Name the thing.");
    }

    private static boolean startsAWord(String words, String sign) {
        return Pattern.compile("\\b" + Pattern.quote(sign)).matcher(words).find();
    }
}
