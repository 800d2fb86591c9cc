package mayday.web.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.MessageId;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;

/**
 * The conversation of an incident, from its events. What the learner does not know is left out here. One of these can be asked again as the
 * incident goes on: what was said stays as it is, and only what is new, or what something new is about, is put into words. For one thread.
 */
final class Transcript {
    /** How many events were read, and how many of them a learner may know: of the incident itself nothing is kept. */
    private int read = 0;

    private long number = 0;

    /** As the incident was when it was last read. */
    private boolean over;

    /** Who made moves. Where there is more than one, it matters who made a move. */
    private final Set<String> movers = new HashSet<>();

    private boolean named;

    private final QuestionTurns questions = new QuestionTurns();
    private final LetterTurns letters = new LetterTurns();
    private final List<Turn> turns = new ArrayList<>();
    private List<Turn> told = List.of();

    /** What a turn was made of that later events may say more about: by its place. */
    private final Map<QuestionId, Integer> placesOfQuestions = new HashMap<>();

    private final Map<MessageId, Integer> placesOfRequests = new HashMap<>();
    private final Map<Integer, Recorded> open = new HashMap<>();

    private Transcript(Incident incident) {
        this.over = incident.isOver();
        this.named = incident.opened().by().isTeam();
    }

    /** That of an incident in which nothing is read yet. */
    static Transcript begun(Incident incident) {
        return new Transcript(incident);
    }

    static List<Turn> of(Incident incident) {
        return begun(incident).grown(incident).orElseThrow();
    }

    /** The conversation until now; nothing if it has to be begun anew, because all that was said is put otherwise from now on. */
    Optional<List<Turn>> grown(Incident now) {
        var news = now.history().subList(read, now.history().size());
        if (news.isEmpty()) {
            return Optional.of(told);
        }
        var isFirst = read == 0;
        var wasOver = over;
        over = now.isOver();
        var about = new HashSet<QuestionId>();
        news.forEach(recorded -> note(recorded.event(), about));
        var isTeams = named || movers.size() > 1;
        if (!isFirst && (isTeams != named || wasOver != over)) {
            return Optional.empty();
        }
        named = isTeams;
        read = now.history().size();
        var words = new EventTurns(now, named, questions, letters);
        about.stream()
                .flatMap(id -> Optional.ofNullable(placesOfQuestions.get(id)).stream())
                .forEach(place -> again(place, words));
        placesOfRequests.values().forEach(place -> again(place, words));
        for (var recorded : news) {
            if (recorded.event() instanceof Event.Public) {
                number++;
                tell(new Recorded(number, recorded.at(), recorded.event()), words);
            }
        }
        told = List.copyOf(turns);
        return Optional.of(told);
    }

    /** A message that wants an answer. */
    static Optional<Turn.Request> request(Incident incident, String id) {
        return of(incident).stream()
                .flatMap(turn -> turn instanceof Turn.Request request ? Stream.of(request) : Stream.of())
                .filter(request -> request.id().equals(id))
                .findFirst();
    }

    /** What later events say about earlier ones; {@code about} collects the questions of which they say more. */
    private void note(Event event, Set<QuestionId> about) {
        if (event instanceof Event.Move move) {
            movers.add(move.by().id());
        }
        questions.note(event).ifPresent(about::add);
        letters.note(event);
    }

    private void tell(Recorded recorded, EventTurns words) {
        if (recorded.event() instanceof Event.QuestionAsked asked) {
            stays(placesOfQuestions, asked.id(), recorded);
        } else if (recorded.event() instanceof Event.PersonWrote wrote
                && !wrote.asks().isEmpty()) {
            stays(placesOfRequests, wrote.id(), recorded);
        }
        words.of(recorded).ifPresent(turns::add);
    }

    /** Later events may say more about the turn that comes next. */
    private <I> void stays(Map<I, Integer> places, I id, Recorded recorded) {
        if (places.putIfAbsent(id, turns.size()) == null) {
            open.put(turns.size(), recorded);
        }
    }

    /** Puts a turn into words again, about which there is more to say. */
    private void again(int place, EventTurns words) {
        Optional.ofNullable(open.get(place))
                .flatMap(words::of)
                .filter(next -> !next.equals(turns.get(place)))
                .ifPresent(next -> turns.set(place, next));
    }
}
