package mayday.web.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import mayday.incident.Event;
import mayday.incident.MessageId;
import mayday.incident.People;
import mayday.incident.Recorded;
import mayday.scenario.Words;

/** What people wrote by themselves in a conversation, with how it stands with the answers that they want. */
final class LetterTurns {
    private final Map<MessageId, Event.PersonWrote> letters = new HashMap<>();
    private final Set<MessageId> overdue = new HashSet<>();

    /** Takes in what an event says. */
    void note(Event event) {
        if (event instanceof Event.PersonWrote wrote) {
            letters.put(wrote.id(), wrote);
        } else if (event instanceof Event.AnswerOverdue(var message, var _)) {
            overdue.add(message);
        }
    }

    /** Who wrote a message. */
    String sender(MessageId id) {
        var letter = letters.get(id);
        return letter == null ? id.value() : letter.from();
    }

    /**
     * The turn of a message, with what became of it by now.
     *
     * @param people as they stand by now
     */
    Turn turn(Recorded recorded, Event.PersonWrote wrote, People people) {
        if (wrote.asks().isEmpty()) {
            return new Turn.Message(recorded.sequence(), recorded.at(), "message", wrote.from(), wrote.text());
        }
        var asks = wrote.asks().stream()
                .map(each -> new Turn.Wanted(
                        Words.kebab(each.wanted()), each.wanted().words(), each.due()))
                .toList();
        return new Turn.Request(
                recorded.sequence(),
                recorded.at(),
                "request",
                wrote.id().value(),
                wrote.from(),
                wrote.text(),
                asks,
                status(wrote.id(), people));
    }

    private String status(MessageId id, People people) {
        var isOpen = people.message(id).filter(each -> each.isOpen()).isPresent();
        return isOpen ? overdue.contains(id) ? "overdue" : "open" : "answered";
    }
}
