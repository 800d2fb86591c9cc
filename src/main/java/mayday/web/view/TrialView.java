package mayday.web.view;

import java.util.List;
import mayday.incident.Outcome;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.Words;
import mayday.studio.Trial;

/**
 * A wording that was tried: how it is understood.
 *
 * @param as how it is read, in words; empty if it is not answered
 * @param question the scenario's own question that was recognised; empty for one that the system answers
 * @param certainty of the least sure reading, 0 to 1; 0 if there is none
 */
public record TrialView(
        String words,
        String at,
        String outcome,
        String as,
        String question,
        double certainty,
        long costSeconds,
        String reply,
        List<Offer> suggestions,
        List<String> evidence) {
    public TrialView {
        suggestions = List.copyOf(suggestions);
        evidence = List.copyOf(evidence);
    }

    /** What a learner may choose. */
    public record Offer(String label, String say) {}

    public static TrialView of(Trial trial) {
        var understood = trial.understood();
        var reads = understood.interpretations();
        return new TrialView(
                trial.words(),
                Format.minute(trial.at()),
                Words.kebab(understood.outcome()),
                UnderstoodAs.words(understood, trial.at()),
                reads.stream()
                        .map(each -> each.authored())
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElse(""),
                reads.stream().mapToDouble(each -> each.confidence()).min().orElse(0),
                trial.cost().toSeconds(),
                understood.reply().isEmpty() ? trial.answer() : understood.reply(),
                understood.suggestions().stream().map(TrialView::offer).toList(),
                trial.evidence());
    }

    private static Offer offer(Suggestion each) {
        return new Offer(each.label(), each.say());
    }

    public boolean isAnswered() {
        return outcome.equals(Words.kebab(Outcome.ANSWERED));
    }

    public String health() {
        return isAnswered() ? "ok" : outcome.equals(Words.kebab(Outcome.ASK_BACK)) ? "warn" : "unk";
    }

    public String outcomeWords() {
        return Words.parse(Outcome.class, outcome).map(TrialView::told).orElse(outcome);
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "Answered";
            case ASK_BACK -> "Asks back";
            case TOO_VAGUE -> "Too vague";
            case ABSENT -> "Not there to be asked for";
            case OFF_TOPIC -> "Declined";
            case NO_ANSWER_KEY -> "Declined: asks for the cause";
            case ACTION -> "Offered as an action";
            case HYPOTHESIS -> "Offered as a hypothesis";
        };
    }

    /** In whole hundredths, for a bar. */
    public long percent() {
        return Math.round(certainty * 100);
    }

    public String hundredths() {
        return String.format(java.util.Locale.ROOT, "%.2f", certainty);
    }

    public String cost() {
        return Format.length(costSeconds);
    }
}
