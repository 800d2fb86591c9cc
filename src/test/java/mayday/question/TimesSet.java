package mayday.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mayday.evidence.Window;
import mayday.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Texts that name times, with the time over which each question in them is asked ({@code windows-storefront.yaml}, whose head says how
 * one is written). Only what was understood as a question of the right dimension tells anything of its time.
 */
final class TimesSet {
    private static final Duration AFTER_THE_PAGE = Duration.ofMinutes(5);
    private static final String USUAL = "usual";

    private TimesSet() {}

    /** @param asked by dimension, the time over which it is asked, or a list of those that are as right */
    record Text(String say, String register, Map<String, Object> asked) {
        private List<String> windows(String dimension) {
            return asked.get(dimension) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of(String.valueOf(asked.get(dimension)));
        }
    }

    private record Texts(@Nullable String system, List<Text> texts) {}

    /**
     * How it went.
     *
     * @param right questions that are asked over the right time
     * @param mistaken what was asked over another, with what was wanted and got
     * @param unheard questions that were not understood as such
     */
    record Outcome(int right, List<String> mistaken, int unheard) {
        int heard() {
            return right + mistaken.size();
        }

        double share() {
            return (double) right / heard();
        }

        @Override
        public String toString() {
            return "%d of %d questions over the right time (%.1f %%), %d not understood"
                    .formatted(right, heard(), 100 * share(), unheard);
        }
    }

    /** About the shop; its mistakes may be looked at. */
    static Outcome lookedAt(QuestionModel model) {
        return measured(model, "windows-storefront", "elevated-500s");
    }

    /** About the payments platform; nobody looks at its mistakes. */
    static Outcome unseen(QuestionModel model) {
        return measured(model, "windows-payments", "queue-backlog");
    }

    static Outcome measured(QuestionModel model, String set, String scenarioId) {
        var scenario = Evaluations.shipped(scenarioId);
        var interpreter = (ScenarioInterpreter) model.interpreterOf(scenario);
        var nothingSaid = nothingSaid(scenario);
        var right = 0;
        var unheard = 0;
        var mistaken = new ArrayList<String>();
        for (var text : texts(set)) {
            var understood = interpreter.understand(text.say(), nothingSaid);
            for (var dimension : text.asked().keySet()) {
                var got = understood.interpretations().stream()
                        .filter(each -> each.dimension().id().equals(dimension))
                        .map(each -> words(each.window()))
                        .findFirst();
                if (got.isEmpty()) {
                    unheard++;
                } else if (text.windows(dimension).stream().map(TimesSet::whole).anyMatch(got.get()::equals)) {
                    right++;
                } else {
                    mistaken.add("%s | %s: wanted %s, got %s"
                            .formatted(text.say(), dimension, text.windows(dimension), got.get()));
                }
            }
        }
        return new Outcome(right, mistaken, unheard);
    }

    private static List<Text> texts(String set) {
        return Utterances.<Texts>table(set, new TypeReference<>() {}).texts();
    }

    private static Conversation nothingSaid(Scenario scenario) {
        var pagedAt = Storefront.PAGED_AT;
        return new Conversation(
                List.of(), scenario.page().condition().service(), pagedAt, pagedAt.plus(AFTER_THE_PAGE));
    }

    /** "2026-03-09 20:00 to 06:00" is until the first such time after it; with the day where it is not that of the page. */
    private static String whole(String written) {
        var parts = written.split(" to ");
        if (parts.length < 2) {
            return written;
        }
        var from = instant(parts[0], "2026-03-10");
        var until = instant(parts[1], from.toString().substring(0, 10));
        return words(new Window.Between(from, until.isAfter(from) ? until : until.plus(Duration.ofDays(1))));
    }

    private static Instant instant(String written, String day) {
        return Instant.parse((written.length() == 5 ? day + "T" + written : written.replace(' ', 'T')) + ":00Z");
    }

    static String words(Window window) {
        return switch (window) {
            case Window.Usual() -> USUAL;
            case Window.Last(var length) -> "last " + length(length);
            case Window.Since(var from) -> "since " + clock(from);
            case Window.Between(var from, var until) -> clock(from) + " to " + clock(until);
        };
    }

    private static String length(Duration length) {
        if (length.toMinutes() % 60 != 0) {
            return length.toMinutes() + "m";
        }
        return length.toHours() % 24 == 0 && length.toDays() > 1 ? length.toDays() + "d" : length.toHours() + "h";
    }

    private static String clock(Instant at) {
        var text = at.toString();
        return (text.startsWith("2026-03-10") ? "" : text.substring(0, 10) + " ") + text.substring(11, 16);
    }
}
