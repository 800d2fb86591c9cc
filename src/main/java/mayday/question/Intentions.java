package mayday.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.incident.Outcome;

/**
 * Tells by plain rules what is never answered with evidence: attempts to talk the interpreter over, requests for the solution, orders to
 * change something, claims, requests for definitions, and requests for everything at once. They read the text with names of the system
 * replaced by what they are ({@code restart service}).
 */
final class Intentions {
    private static final Pattern DEFINITION = Pattern.compile(
            "^(?:what (?:is|are|does|do|is meant by|means)|explain|define|describe|how do(?:es)?|tell me about|teach me|(?:can|could) you explain)"
                    + "(?: me)?(?: what)? (?:an? |the (?:term|concept|meaning|difference|definition)(?: of| between)? )?"
                    + "(?<term>.+?)(?: (?:mean|means|work|stand for|is|are|to me|please|for))*$");

    private final Rules rules;
    private final Set<String> glossary;

    /** @param glossary terms that may be asked to be defined */
    Intentions(Rules rules, Set<String> glossary) {
        this.rules = rules;
        this.glossary = Set.copyOf(glossary);
    }

    /** Whether {@code plain}, any part of it, tries to talk the interpreter over. */
    boolean isInjection(String plain) {
        return rules.injection().matches(plain);
    }

    /** What {@code read} plainly is, if it is none of the questions: the text, names replaced, courtesies taken off. */
    Optional<Outcome> of(String read) {
        var text = read.replaceAll("[?!.,;:]+", " ").replaceAll(" +", " ").strip();
        if (isOrder(text)) {
            return Optional.of(Outcome.ACTION);
        }
        if (isClaim(text)) {
            return Optional.of(Outcome.HYPOTHESIS);
        }
        if (isDefinition(text)) {
            return Optional.of(Outcome.OFF_TOPIC);
        }
        if (rules.fishing().matches(text)) {
            return Optional.of(Outcome.NO_ANSWER_KEY);
        }
        return rules.vague().matches(text) ? Optional.of(Outcome.TOO_VAGUE) : Optional.empty();
    }

    private boolean isOrder(String text) {
        var order = rules.orderOpeners().takenOff(text);
        var isQuestion = order.equals(text) && rules.questionWords().matches(text) && !text.startsWith("give");
        if (isQuestion || rules.noOrders().matches(order)) {
            return false;
        }
        return rules.orders().matches(order)
                || rules.ordersWithObject().matches(order)
                || rules.wishes().matches(text);
    }

    private boolean isClaim(String text) {
        return rules.claims().matches(text) && !rules.noClaims().matches(text);
    }

    private boolean isDefinition(String text) {
        var matcher = DEFINITION.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        var term = matcher.group("term");
        var isPlural = List.of("s", "es").stream()
                .anyMatch(ending ->
                        term.endsWith(ending) && glossary.contains(term.substring(0, term.length() - ending.length())));
        return rules.abbreviations().matches(text)
                || glossary.contains(term)
                || isPlural
                || (rules.definitions().matches(text) && glossary.stream().anyMatch(term::contains));
    }
}
