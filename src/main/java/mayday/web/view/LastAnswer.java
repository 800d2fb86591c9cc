package mayday.web.view;

import java.util.HashSet;
import java.util.Set;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.QuestionId;
import mayday.scenario.Dimension;

/** The newest answer about a dimension, which is all that the header may show of it. */
final class LastAnswer {
    private static final int MOST_CHARACTERS = 80;

    private LastAnswer() {}

    static RoomView.Asked about(Dimension dimension, Incident incident) {
        Set<QuestionId> about = new HashSet<>();
        RoomView.Asked latest = new RoomView.Asked.Never();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.QuestionAsked asked && asksAbout(asked, dimension)) {
                about.add(asked.id());
            }
            if (recorded.event() instanceof Event.QuestionAnswered answered && about.contains(answered.id())) {
                var shown = answered.evidence().isEmpty()
                        ? ""
                        : answered.evidence().getLast().id().value();
                latest = new RoomView.Asked.AsOf(recorded.at(), firstSentence(answered.text()), shown);
            }
        }
        return latest;
    }

    /** Alone: the text of a compound answer begins with something else. */
    private static boolean asksAbout(Event.QuestionAsked asked, Dimension dimension) {
        var read = asked.understoodAs().interpretations();
        return read.size() == 1 && read.getFirst().dimension() == dimension;
    }

    private static String firstSentence(String text) {
        var end = text.indexOf(". ");
        var sentence = end < 0 ? text : text.substring(0, end + 1);
        return sentence.length() <= MOST_CHARACTERS
                ? sentence
                : sentence.substring(0, MOST_CHARACTERS - 1).strip() + "…";
    }
}
