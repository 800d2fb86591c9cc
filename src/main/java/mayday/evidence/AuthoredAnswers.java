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
import mayday.scenario.AuthoredEvidence.Form;
import mayday.scenario.AuthoredEvidence.Written;
import mayday.scenario.AuthoredQuestion.AskedTarget;
import mayday.scenario.AuthoredQuestion.AuthoredAnswer;
import mayday.scenario.AuthoredQuestion.Stretch;
import mayday.scenario.Recorded;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.terminal.Fleet;

/** Answers that the scenario's author wrote, under the true cause. */
final class AuthoredAnswers {
    /** Longer command output is cut. */
    private static final int MOST_LINES = 200;

    private static final Pattern LOG_LINE =
            Pattern.compile("(?:(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?)\\s+)?(?:(ERROR|WARN|INFO)\\s+)?(.*)");

    private AuthoredAnswers() {}

    /**
     * The first answer of the recognised question that fits the truth, the time and what was asked about; what is said otherwise if
     * its prerequisite does not hold; none if there is none.
     */
    static List<Reply> of(Inquiry inquiry) {
        var authored = inquiry.interpretation().authored();
        var question = inquiry.scenario().questions().stream()
                .filter(each -> each.id().value().equals(authored))
                .findFirst();
        if (question.isEmpty()) {
            return List.of();
        }
        if (inquiry.circumstances().barred().contains(question.get().id())) {
            return List.of(Reply.words(
                    inquiry.circumstances().wording().apply(question.get().otherwise())));
        }
        return question.get().answers().stream()
                .filter(answer -> inquiry.circumstances().isOccasion(answer.occasion()))
                .filter(answer -> isAbout(answer.targets(), inquiry))
                .filter(answer -> touches(answer.stretches(), inquiry))
                .filter(answer -> answer.reveals().stream().noneMatch(evidence -> isOfAnotherHost(evidence, inquiry)))
                .limit(1)
                .map(answer -> reply(answer, inquiry))
                .toList();
    }

    private static boolean isAbout(List<AskedTarget> targets, Inquiry inquiry) {
        return targets.isEmpty()
                || targets.stream()
                        .anyMatch(wanted ->
                                inquiry.interpretation().targets().stream().anyMatch(asked -> isPartOf(asked, wanted)));
    }

    /** An answer about a region fits a question about a service there, not the other way round. */
    private static boolean isPartOf(Target asked, AskedTarget wanted) {
        return switch (asked) {
            case Target.OfService(var service) -> wanted.equals(new AskedTarget(service.value(), "", 0));
            case Target.OfNode(var service, var region) ->
                wanted.host() == 0 && fits(wanted.service(), service.value()) && fits(wanted.region(), region.value());
            case Target.OfHost(var service, var region, var number) ->
                (wanted.host() == 0 || wanted.host() == number)
                        && fits(wanted.service(), service.value())
                        && fits(wanted.region(), region.value());
            case Target.OfRegion(var region) -> wanted.equals(new AskedTarget("", region.value(), 0));
            case Target.OfTeam _ -> false;
        };
    }

    /**
     * Whether it was seen on one host of a service while the question is about others of it. Where evidence comes from says the host:
     * {@code api-3, eu-west}, or {@code api-3} in whichever region.
     */
    private static boolean isOfAnotherHost(AuthoredEvidence evidence, Inquiry inquiry) {
        if (inquiry.interpretation().targets().stream().noneMatch(Target.OfHost.class::isInstance)) {
            return false;
        }
        var source = evidence.source().split(", *", 2);
        var regions = inquiry.system().regionIds().stream()
                .filter(region -> source.length == 1 || region.value().equals(source[1]))
                .toList();
        var machine = new Fleet(inquiry.system())
                .machine(source[0], inquiry.system().regionIds().getFirst());
        return machine.filter(seen -> seen.number() > 0).isPresent()
                && isOthersOnly(
                        machine.get().id(),
                        machine.get().number(),
                        regions,
                        inquiry.interpretation().targets());
    }

    private static boolean isOthersOnly(ServiceId service, int number, List<RegionId> regions, List<Target> asked) {
        var hosts = asked.stream()
                .filter(Target.OfHost.class::isInstance)
                .map(Target.OfHost.class::cast)
                .filter(host -> host.service().equals(service))
                .toList();
        return !hosts.isEmpty()
                && hosts.stream().noneMatch(host -> host.number() == number && regions.contains(host.region()));
    }

    private static boolean fits(String wanted, String asked) {
        return wanted.isEmpty() || wanted.equals(asked);
    }

    /** A question that names no time is about the last hour. */
    private static boolean touches(List<Stretch> stretches, Inquiry inquiry) {
        var page = inquiry.scenario().pagedAt();
        var asked = Period.of(
                inquiry.interpretation().window(), inquiry.scenario().origin(), inquiry.now(), Inquiry.USUAL_WINDOW);
        return stretches.isEmpty()
                || (asked instanceof Period.Covered(var from, var until, var _)
                        && stretches.stream()
                                .anyMatch(each -> from.isBefore(page.plus(each.until()))
                                        && !until.isBefore(page.plus(each.from()))));
    }

    private static Reply reply(AuthoredAnswer answer, Inquiry inquiry) {
        var wording = inquiry.circumstances().wording();
        var reply = Reply.words(wording.apply(answer.text()).strip());
        for (var evidence : answer.reveals()) {
            reply = switch (evidence.content()) {
                case Written(var form, var text) ->
                    reply.and(new Exhibit(
                            evidence.title(),
                            evidence.source(),
                            body(evidence.title(), form, wording.apply(text), inquiry.now())));
                case Recorded recorded ->
                    new RecordedAnswers(inquiry, answer.occasion()).added(reply, evidence, recorded);
            };
        }
        return reply;
    }

    private static Body body(String title, Form form, String text, Instant now) {
        return switch (form) {
            case COMMAND -> output(title, text);
            case LOG -> log(text, now);
            case NOTE -> new Note(paragraphs(text));
        };
    }

    /** A first line that begins with a prompt, {@code $ } or {@code host $ }, is the command. */
    private static Output output(String title, String text) {
        var lines = text.stripTrailing().lines().limit(MOST_LINES).toList();
        int prompt = lines.isEmpty() ? -1 : lines.getFirst().indexOf("$ ");
        if (prompt < 0) {
            return new Output("", title, lines);
        }
        var first = lines.getFirst();
        return new Output(
                first.substring(0, prompt).strip(),
                first.substring(prompt + 2).strip(),
                lines.subList(1, lines.size()));
    }

    private static Log log(String text, Instant now) {
        var entries = new ArrayList<Log.Entry>();
        var at = now;
        for (var line : text.lines().filter(each -> !each.isBlank()).toList()) {
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
