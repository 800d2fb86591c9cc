package mayday.web.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Recorded;
import mayday.incident.Understanding;

/** One entry of the conversation. */
public sealed interface Turn {

    long sequence();

    Instant at();

    /** What it is, as in the API: {@code question}, {@code message}, or what happened, such as {@code acknowledged}. */
    String kind();

    /**
     * A question and its answer.
     *
     * @param understoodAs how it was read, in words; empty where the answer says so itself
     * @param answer empty while it is on its way
     * @param pending whether the answer is on its way
     * @param evidence what the answer put on the board
     * @param costSeconds incident time from asking to the answer
     * @param fallback a dearer way to what a tool that is down could not answer
     * @param by who asked; empty where only one person plays
     * @param byHand what the facilitator answered, if it was not understood; empty if nothing
     */
    record Question(
            long sequence,
            Instant at,
            String kind,
            String id,
            String text,
            String outcome,
            String understoodAs,
            List<Reading> interpretations,
            String answer,
            boolean pending,
            List<Shown> evidence,
            List<Suggestion> suggestions,
            Offer offer,
            long costSeconds,
            Fallback fallback,
            String by,
            String byHand)
            implements Turn {
        public Question {
            interpretations = List.copyOf(interpretations);
            evidence = List.copyOf(evidence);
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * A hint that was taken.
     *
     * @param title which step it is, in words
     * @param by who took it; empty where only one person plays
     */
    record Hint(
            long sequence,
            Instant at,
            String kind,
            int step,
            String title,
            String text,
            long costSeconds,
            int points,
            String by)
            implements Turn {
        static Hint of(Recorded recorded, Event.HintTaken taken, String by) {
            return new Hint(
                    recorded.sequence(),
                    recorded.at(),
                    "hint",
                    taken.step().number(),
                    taken.step().words(),
                    taken.text(),
                    taken.cost().toSeconds(),
                    taken.points(),
                    by);
        }
    }

    /**
     * Something that happened.
     *
     * @param by who made it happen; empty where only one person plays, or nobody did
     */
    record Note(long sequence, Instant at, String kind, String text, String by) implements Turn {}

    /** Somebody's words in the incident's channel. */
    record Message(long sequence, Instant at, String kind, String from, String text) implements Turn {}

    /**
     * Somebody's words that want an answer.
     *
     * @param id as a reply names it, such as {@code M1}
     * @param status {@code open}, {@code overdue} or {@code answered}
     */
    record Request(
            long sequence,
            Instant at,
            String kind,
            String id,
            String from,
            String text,
            List<Wanted> asks,
            String status)
            implements Turn {
        public Request {
            asks = List.copyOf(asks);
        }

        /** The message that is called so, if there is one that wants an answer. */
        public static Optional<Request> of(Incident incident, String id) {
            return Transcript.request(incident, id);
        }

        public boolean open() {
            return !status.equals("answered");
        }
    }

    /** Something that a person wants to be told, such as {@code eta}, in words, and by when. */
    record Wanted(String id, String words, Instant due) {}

    /**
     * A dearer way to an answer.
     *
     * @param how empty if there is none
     * @param available whether it can still be taken
     */
    record Fallback(String how, long takesSeconds, boolean available) {
        public static final Fallback NONE = new Fallback("", 0, false);
    }

    /** How a question was read. */
    record Reading(String dimension, List<String> targets, String window, double confidence) {
        public Reading {
            targets = List.copyOf(targets);
        }
    }

    /** A piece of evidence by name. */
    record Shown(String id, String title, String kind) {}

    /** A chip: what it shows, and the text that it sends. */
    record Suggestion(String label, String text) {}

    /**
     * What the learner might have meant to do or to claim; empty strings where nothing is offered.
     *
     * @param title the action in words
     * @param arguments what was said beside the target, by name
     */
    record Offer(String action, String faultClass, String target, String title, Map<String, String> arguments) {
        public Offer {
            arguments = Map.copyOf(arguments);
        }

        static Offer of(Understanding.Offer offer) {
            var arguments = new LinkedHashMap<String, String>();
            offer.arguments().forEach(argument -> arguments.put(argument.name(), argument.value()));
            return new Offer(
                    offer.action(),
                    offer.faultClass(),
                    offer.target(),
                    Phrases.capital(UnderstoodAs.order(offer)),
                    arguments);
        }

        /** The form that makes the move, filled in; {@code incident} is the room's id. */
        public String address(String incident) {
            var form = "/incidents/" + incident;
            return switch (action) {
                case Understanding.ESCALATE -> form + "/escalations" + query(Map.of("team", target));
                case Understanding.POST_UPDATE -> form + "/updates" + query(Map.of("audience", target));
                case Understanding.DECLARE_SEVERITY -> form + "/severity" + query(Map.of("severity", target));
                case Understanding.WAIT -> form + "/wait" + query(arguments);
                default -> {
                    var fields = new LinkedHashMap<String, String>();
                    fields.put("target", target);
                    fields.putAll(new TreeMap<>(arguments));
                    yield form + "/actions/" + action + query(fields);
                }
            };
        }

        static String query(Map<String, String> fields) {
            var said = fields.entrySet().stream()
                    .filter(field -> !field.getValue().isEmpty())
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .toList();
            return said.isEmpty() ? "" : "?" + String.join("&", said);
        }
    }
}
