package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import mayday.evidence.Evidence.Changes.Item;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Words;

/** What was released, and what else was changed: never one in answer to the other. */
final class ChangeAnswers {
    static final Duration USUAL_WINDOW = Duration.ofHours(24);

    /** Longer lists are cut to the newest. */
    static final int MOST_ITEMS = 40;

    private ChangeAnswers() {}

    static Reply deploys(Inquiry inquiry) {
        return answer(inquiry, kind -> kind == ChangeKind.RELEASE, "release");
    }

    static Reply otherChanges(Inquiry inquiry) {
        return answer(inquiry, kind -> kind != ChangeKind.RELEASE, "config, flag or other change");
    }

    /** A change with what is needed to select it. */
    record Made(Instant at, ChangeKind kind, String service, List<RegionId> regions, String what, String by) {}

    private static Reply answer(Inquiry inquiry, Predicate<ChangeKind> kinds, String noun) {
        var span = span(inquiry);
        if (span.from().isAfter(inquiry.now())) {
            return Reply.words("It is " + Figures.clock(inquiry.now()) + " UTC; that is still to come.");
        }
        var made = all(inquiry).stream()
                .filter(change -> kinds.test(change.kind()))
                .filter(change ->
                        !change.at().isBefore(span.from()) && !change.at().isAfter(span.until()))
                .filter(change -> concerns(inquiry, change))
                .sorted(Comparator.comparing(Made::at).reversed())
                .limit(MOST_ITEMS)
                .toList();
        var about = about(inquiry);
        if (made.isEmpty()) {
            return Reply.words("No " + noun + about + " " + span.words() + ".");
        }
        var items = made.stream().map(ChangeAnswers::item).toList();
        var title = noun.equals("release") ? "Recent releases" : "Recent config and other changes";
        return Reply.showing(
                words(made, noun, about, span, inquiry.now()),
                new Exhibit(title, "Change log · " + span.label(), new Evidence.Changes(items)));
    }

    private static String words(List<Made> made, String noun, String about, Span span, Instant now) {
        var latest = made.getFirst();
        var last = "%s on %s at %s%s"
                .formatted(
                        latest.what(),
                        latest.service(),
                        Figures.when(latest.at(), now),
                        latest.by().isEmpty() ? "" : " by " + latest.by());
        return made.size() == 1
                ? "One " + noun + about + " " + span.words() + ": " + last + "."
                : Figures.counted(made.size(), noun) + about + " " + span.words() + "; the latest: " + last + ".";
    }

    private static Item item(Made made) {
        var where = made.regions().isEmpty()
                ? "all"
                : String.join(", ", made.regions().stream().map(RegionId::value).toList());
        return new Item(made.at(), Words.kebab(made.kind()), made.service(), made.what(), where, made.by());
    }

    /** Everything that was really changed up to now: the changes of causes that are not true never happened. */
    private static List<Made> all(Inquiry inquiry) {
        var made = new ArrayList<Made>();
        var paged = inquiry.scenario().pagedAt();
        inquiry.system().changes().forEach(change -> made.add(made(change, paged)));
        inquiry.scenario().changes().forEach(change -> made.add(made(change, paged)));
        inquiry.circumstances().cause().changes().forEach(change -> made.add(made(change, paged)));
        inquiry.circumstances()
                .learnerChanges()
                .forEach(change -> made.add(
                        new Made(change.at(), change.kind(), change.service(), List.of(), change.what(), change.by())));
        made.removeIf(change -> change.at().isAfter(inquiry.now()));
        return made;
    }

    /** Changes of a kind to a service up to {@code until}, the newest first. */
    static List<Made> made(Inquiry inquiry, ServiceId service, ChangeKind kind, Instant until) {
        return all(inquiry).stream()
                .filter(change -> change.kind() == kind && change.service().equals(service.value()))
                .filter(change -> !change.at().isAfter(until))
                .sorted(Comparator.comparing(Made::at).reversed())
                .toList();
    }

    /**
     * When a service was last changed in this way up to {@code until}; {@code otherwise} if that is later or there was
     * none.
     */
    static Instant latest(Inquiry inquiry, ServiceId service, ChangeKind kind, Instant until, Instant otherwise) {
        return all(inquiry).stream()
                .filter(change -> change.kind() == kind && change.service().equals(service.value()))
                .map(Made::at)
                .filter(at -> at.isAfter(otherwise) && !at.isAfter(until))
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    private static Made made(Change change, Instant paged) {
        return new Made(
                paged.minus(change.ago()),
                change.kind(),
                change.service().value(),
                change.regions(),
                change.what().contains(change.subject()) ? change.what() : change.subject() + ": " + change.what(),
                change.by());
    }

    private static boolean concerns(Inquiry inquiry, Made change) {
        var services = inquiry.namedServices();
        var regions = inquiry.namedRegions();
        return (services.isEmpty()
                        || services.stream()
                                .anyMatch(service -> service.id().value().equals(change.service())))
                && (regions.isEmpty()
                        || change.regions().isEmpty()
                        || change.regions().stream().anyMatch(regions::contains));
    }

    private static String about(Inquiry inquiry) {
        var targets = inquiry.interpretation().targets().stream()
                .map(Target::words)
                .limit(Inquiry.MOST_SUBJECTS)
                .toList();
        return targets.isEmpty() ? "" : " for " + Figures.list(targets);
    }

    /** The change log reaches back further than the metrics, so its window is its own. */
    private record Span(Instant from, Instant until, String words, String label) {}

    private static Span span(Inquiry inquiry) {
        var now = inquiry.now();
        return switch (inquiry.interpretation().window()) {
            case Window.Usual() -> last(now, USUAL_WINDOW);
            case Window.Last(var length) -> last(now, length);
            case Window.Since(var from) ->
                new Span(from, now, "since " + Figures.when(from, now), "since " + Figures.when(from, now));
            case Window.Between(var from, var until) -> {
                var words = Figures.when(from, now) + " to " + Figures.when(until, now);
                yield new Span(from, until.isAfter(now) ? now : until, "from " + words, words);
            }
        };
    }

    private static Span last(Instant now, Duration length) {
        var words = "last " + Figures.duration(length);
        return new Span(now.minus(length), now, "in the " + words, words);
    }
}
