package mayday.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a theme has to say to a question; {@link Answers} numbers and dates the exhibits. */
record Reply(String text, List<Exhibit> exhibits, List<Observation> observations) {
    Reply {
        exhibits = List.copyOf(exhibits);
        observations = List.copyOf(observations);
    }

    /** Words alone: nothing to put on the board. */
    static Reply words(String text) {
        return new Reply(text, List.of(), List.of());
    }

    static Reply showing(String text, Exhibit... exhibits) {
        return new Reply(text, List.of(exhibits), List.of());
    }

    Reply and(Exhibit exhibit) {
        var more = new ArrayList<>(exhibits);
        more.add(exhibit);
        return new Reply(text, more, observations);
    }

    /** The same with a piece of evidence more, if there is one. */
    Reply and(Optional<Exhibit> exhibit) {
        return exhibit.map(this::and).orElse(this);
    }

    Reply observing(List<Observation> seen) {
        return new Reply(text, exhibits, seen);
    }

    /** The same with a sentence added; nothing is added for an empty one. */
    Reply adding(String sentence) {
        return sentence.isEmpty() ? this : new Reply((text + " " + sentence).strip(), exhibits, observations);
    }

    /** The text, cut at the end of a word if it is longer than an answer may be. */
    String boundedText() {
        if (text.length() <= Answer.MOST_CHARACTERS) {
            return text;
        }
        var head = text.substring(0, Answer.MOST_CHARACTERS - 1);
        int space = head.lastIndexOf(' ');
        return head.substring(0, space > 0 ? space : head.length()) + "…";
    }
}
