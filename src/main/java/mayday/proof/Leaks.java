package mayday.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mayday.scenario.Cause;
import mayday.scenario.FaultClass;
import mayday.scenario.Words;

/**
 * Looks for words that give the cause away in what is read before anything is known: id, title, summary, tags, the page and other alerts,
 * and in the titles of evidence, which are the same in all incidents.
 *
 * <p>Words for what most of several causes have in common tell them apart from nothing, and may be said: a scenario about name
 * resolution may say so.
 */
final class Leaks {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Draft draft;

    Leaks(Draft draft) {
        this.draft = draft;
    }

    /** A text with its place. */
    private record Shown(List<String> part, String text) {}

    void check() {
        var telling = telling();
        for (var shown : readAtOnce()) {
            telling.forEach((words, cause) -> check(shown, words, cause));
        }
        for (var question : draft.scenario().questions()) {
            for (var answer : question.answers()) {
                for (var evidence : answer.reveals()) {
                    var part = List.of("evidence", evidence.id().value(), "title");
                    draft.causes()
                            .forEach(cause -> check(
                                    new Shown(part, evidence.title()),
                                    words(cause.id().value()),
                                    cause));
                }
            }
        }
    }

    private void check(Shown shown, String words, Cause cause) {
        if (mentions(shown.text(), words)) {
            draft.report(
                    shown.part(),
                    "leaking-title",
                    "`" + words.strip() + "` gives the cause `" + cause.id() + "` away before anything was asked",
                    "say what people notice, not why it happens");
        }
    }

    private List<Shown> readAtOnce() {
        var scenario = draft.scenario();
        var shown = new ArrayList<Shown>();
        shown.add(new Shown(List.of("id"), scenario.id().value()));
        shown.add(new Shown(List.of("title"), scenario.title()));
        shown.add(new Shown(List.of("summary"), scenario.summary()));
        shown.add(new Shown(List.of("page", "alert"), scenario.page().text()));
        for (var i = 0; i < scenario.tags().size(); i++) {
            shown.add(new Shown(
                    List.of("tags", Integer.toString(i)), scenario.tags().get(i)));
        }
        scenario.alerts()
                .forEach(alert ->
                        shown.add(new Shown(List.of("alerts", alert.id().value(), "text"), alert.text())));
        return shown;
    }

    /** The words that tell a cause: its name, and its fault's class where that is a phrase and not shared by most. */
    private Map<String, Cause> telling() {
        var telling = new LinkedHashMap<String, Cause>();
        for (var cause : draft.causes()) {
            for (var phrase : phrases(cause)) {
                telling.putIfAbsent(phrase, cause);
            }
        }
        return telling;
    }

    private Set<String> phrases(Cause cause) {
        var phrases = new LinkedHashSet<String>();
        phrases.add(words(cause.id().value()));
        var fault = cause.fault().faultClass();
        if (!isShared(fault)) {
            // One word alone, such as "cache" or "network", is also what a part of the system is called.
            for (var name : List.of(Words.kebab(fault), fault.title())) {
                if (words(name).strip().contains(" ")) {
                    phrases.add(words(name));
                }
            }
        }
        return phrases;
    }

    private boolean isShared(FaultClass fault) {
        var causes = draft.causes();
        var sharing = causes.stream()
                .filter(cause -> cause.fault().faultClass() == fault)
                .count();
        return causes.size() > 1 && 2 * sharing > causes.size();
    }

    /** Whole words, singular or plural. */
    private static boolean mentions(String text, String phrase) {
        var words = words(text);
        return words.contains(phrase) || words.contains(phrase.stripTrailing() + "s ");
    }

    /** Its words in small letters, a blank around each. */
    private static String words(String text) {
        return " "
                + NOT_WORDS
                        .matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
