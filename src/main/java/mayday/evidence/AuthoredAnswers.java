package mayday.evidence;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mayday.evidence.Evidence.Body;
import mayday.evidence.Evidence.Log;
import mayday.evidence.Evidence.Note;
import mayday.evidence.Evidence.Output;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredQuestion.AuthoredAnswer;

/** Answers that the scenario's author wrote, under the true cause. */
final class AuthoredAnswers {
    /** Longer command output is cut. */
    private static final int MOST_LINES = 200;

    private static final Pattern LOG_LINE =
            Pattern.compile("(?:(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?)\\s+)?(?:(ERROR|WARN|INFO)\\s+)?(.*)");

    private AuthoredAnswers() {}

    /** The first answer of the recognised question that fits the true cause; none if there is none. */
    static List<Reply> of(Inquiry inquiry) {
        var authored = inquiry.interpretation().authored();
        return inquiry.scenario().questions().stream()
                .filter(question -> question.id().value().equals(authored))
                .flatMap(question -> question.answers().stream())
                .filter(answer -> answer.causes().isEmpty()
                        || answer.causes().stream()
                                .anyMatch(inquiry.circumstances().cause()::isOrHas))
                .limit(1)
                .map(answer -> reply(answer, inquiry))
                .toList();
    }

    private static Reply reply(AuthoredAnswer answer, Inquiry inquiry) {
        var wording = inquiry.circumstances().wording();
        var exhibits = answer.reveals().stream()
                .map(evidence ->
                        new Exhibit(evidence.title(), evidence.source(), body(evidence.worded(wording), inquiry.now())))
                .toList();
        return new Reply(wording.apply(answer.text()).strip(), exhibits, List.of());
    }

    private static Body body(AuthoredEvidence evidence, Instant now) {
        return switch (evidence.form()) {
            case COMMAND -> output(evidence);
            case LOG -> log(evidence, now);
            case NOTE -> new Note(paragraphs(evidence.text()));
        };
    }

    /** A first line that begins with a prompt, {@code $ } or {@code host $ }, is the command. */
    private static Output output(AuthoredEvidence evidence) {
        var lines = evidence.text().stripTrailing().lines().limit(MOST_LINES).toList();
        int prompt = lines.isEmpty() ? -1 : lines.getFirst().indexOf("$ ");
        if (prompt < 0) {
            return new Output("", evidence.title(), lines);
        }
        var first = lines.getFirst();
        return new Output(
                first.substring(0, prompt).strip(),
                first.substring(prompt + 2).strip(),
                lines.subList(1, lines.size()));
    }

    private static Log log(AuthoredEvidence evidence, Instant now) {
        var entries = new ArrayList<Log.Entry>();
        var at = now;
        for (var line : evidence.text().lines().filter(each -> !each.isBlank()).toList()) {
            var parts = LOG_LINE.matcher(line.strip());
            if (entries.size() == Log.MOST_ENTRIES || !parts.matches()) {
                continue;
            }
            at = parts.group(1) == null ? at : onTheDayOf(now, parts.group(1));
            var level = parts.group(2) == null ? "INFO" : parts.group(2);
            entries.add(new Log.Entry(at, level, "", parts.group(3)));
        }
        return new Log(entries, entries.size());
    }

    /**
     * The last time that the clock showed {@code clock}, at or before {@code now}; a clock that does not exist is now.
     */
    private static Instant onTheDayOf(Instant now, String clock) {
        try {
            var at = now.atOffset(ZoneOffset.UTC).with(LocalTime.parse(clock)).toInstant();
            return at.isAfter(now) ? at.atOffset(ZoneOffset.UTC).minusDays(1).toInstant() : at;
        } catch (DateTimeParseException noSuchTime) {
            return now;
        }
    }

    private static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        for (var paragraph : text.strip().split("\\n\\s*\\n")) {
            paragraphs.add(paragraph.strip().replaceAll("\\s*\\n\\s*", " "));
        }
        return paragraphs;
    }
}
