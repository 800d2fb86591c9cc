package mayday.question;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.Dimension;

/**
 * Makes an answer of what was read: which dimensions, of what, over which time; or asks back of what, what about a name, or which of
 * several dimensions was meant.
 */
final class Answering {
    /** From here on a name by itself asks something: "only eu-west", "resolver"; 0 to 1. */
    private static final double CLEAR_NAME = 0.75;

    private static final Set<Dimension> COMPARING = EnumSet.of(Dimension.REGION_SCOPE, Dimension.SERVICE_SCOPE);

    private static final Set<Dimension> OFFERED_FIRST =
            new LinkedHashSet<>(List.of(Dimension.ERROR_RATE, Dimension.LATENCY, Dimension.TRAFFIC));

    private final Ontology ontology;
    private final Thresholds thresholds;
    private final Reader reader;
    private final Segmenter segmenter;
    private final TargetFinder targets;
    private final PagedRegion paged;

    Answering(
            Ontology ontology,
            Thresholds thresholds,
            Reader reader,
            Segmenter segmenter,
            TargetFinder targets,
            PagedRegion paged) {
        this.ontology = ontology;
        this.thresholds = thresholds;
        this.reader = reader;
        this.segmenter = segmenter;
        this.targets = targets;
        this.paged = paged;
    }

    /** The interpretations of clear readings; {@code all} is what the whole utterance names. */
    Understanding answered(List<Reading> readings, Mentions all, Conversation conversation) {
        var interpretations = new LinkedHashSet<Interpretation>();
        var missing = new ArrayList<TargetFinder.Found.Missing>();
        var isComparison = isComparison(readings);
        // "I hold a page for search. Is there a runbook, and who is on call": what is named is what all of it is about.
        var isOfAll = readings.size() == 1
                || readings.stream().allMatch(reading -> reading.mentions().isEmpty());
        for (var reading : isComparison ? readings.subList(0, 1) : readings) {
            for (var dimension : dimensions(reading.topic())) {
                var takesOver = Scope.of(dimension) != Scope.WHOLE
                        || (isOfAll && TargetFinder.isOfWhatIsNamed(dimension, all))
                        || BackReferences.toOneService(dimension, reading.pieces())
                        || BackReferences.pointElsewhere(dimension, reading)
                        || Pronouns.saysThere(reading.pieces());
                var own = takesOver ? reading.mentions().orElse(all) : reading.mentions();
                var carried = reading.with(
                        isComparison ? own.and(all) : targets.usedByNamed(dimension, own.theOneOf(all), all));
                // "Pods flapping? OOM-killed?": who asks several things and names nothing means the incident.
                var isOfIncident =
                        readings.size() > 1 && all.isEmpty() && !BackReferences.pointElsewhere(dimension, reading);
                var asked = isOfIncident ? carried.ofEverything() : carried;
                switch (targets.of(dimension, asked, conversation)) {
                    // What an author asks says itself what it is about.
                    case TargetFinder.Found.Missing _
                    when reading.topic() instanceof Topic.Authored ->
                        interpretations.add(interpretation(dimension, List.of(), reading));
                    case TargetFinder.Found.Missing nothing -> missing.add(nothing);
                    case TargetFinder.Found.Targets(var found) ->
                        interpretations.add(interpretation(dimension, paged.of(found, carried.mentions()), reading));
                }
            }
        }
        if (interpretations.isEmpty()) {
            var first = missing.getFirst();
            return Replies.askBack(first.question(), first.suggestions());
        }
        var few = interpretations.stream()
                .limit(Understanding.MOST_INTERPRETATIONS)
                .toList();
        return missing.isEmpty() ? Understanding.answered(few) : Replies.answeredInPart(few, missing.getFirst());
    }

    /** "Dublin looks well, is it only Virginia": one question of which ones, which is about all that were named. */
    private static boolean isComparison(List<Reading> readings) {
        return readings.stream()
                .map(Reading::topic)
                .allMatch(topic -> topic.equals(readings.getFirst().topic())
                        && topic instanceof Topic.Of(var dimension)
                        && COMPARING.contains(dimension));
    }

    private static Interpretation interpretation(Dimension dimension, List<Target> targets, Reading reading) {
        if (reading.topic() instanceof Topic.Authored(var question)) {
            var about = targets.isEmpty()
                    ? question.services().stream()
                            .<Target>map(Target.OfService::new)
                            .toList()
                    : targets;
            return new Interpretation(
                    dimension,
                    about,
                    reading.window(),
                    reading.probability(),
                    question.id().value());
        }
        return new Interpretation(dimension, targets, reading.window(), reading.probability(), "");
    }

    private static List<Dimension> dimensions(Topic topic) {
        return topic instanceof Topic.WhatChanged
                ? List.of(Dimension.RECENT_DEPLOYS, Dimension.CONFIG_FLAG_CHANGES)
                : dimension(topic).stream().toList();
    }

    private static Optional<Dimension> dimension(Topic topic) {
        return switch (topic) {
            case Topic.Of(var dimension) -> Optional.of(dimension);
            case Topic.Authored(var question) -> Optional.of(question.dimension());
            case Topic.WhatChanged() -> Optional.of(Dimension.RECENT_DEPLOYS);
            case Topic.Refused _, Topic.Unrecorded _ -> Optional.empty();
        };
    }

    /** A name alone, and nothing was asked before. */
    Understanding whatAbout(List<Piece> pieces, Mentions named, Conversation conversation) {
        if (named.targets().isEmpty()) {
            return Replies.of(Outcome.TOO_VAGUE);
        }
        var reading = segmenter.classified(reader.withoutCourtesies(pieces));
        if (reading.isClear() && reading.probability() >= CLEAR_NAME) {
            return answered(List.of(reading), named, conversation);
        }
        var target = named.targets().getFirst();
        var suggestions = OFFERED_FIRST.stream()
                .map(dimension -> new Suggestion(dimension.words(), ontology.say(dimension, target.words())))
                .toList();
        return Replies.askBack("What would you like to know about " + target.words() + "?", suggestions);
    }

    /** Offers the likeliest dimensions to choose from. */
    Understanding whichOne(Reading whole) {
        var of = whole.mentions().targets().isEmpty()
                ? ""
                : whole.mentions().targets().getFirst().words();
        var suggestions = new ArrayList<Suggestion>();
        for (var ranked : whole.ranked().subList(0, Understanding.MOST_SUGGESTIONS)) {
            // What an author asks of his own is named to nobody who has not asked for it.
            var dimension =
                    ranked.topic() instanceof Topic.Authored ? Optional.<Dimension>empty() : dimension(ranked.topic());
            if (ranked.probability() >= thresholds.toAsk() && dimension.isPresent()) {
                suggestions.add(new Suggestion(dimension.get().words(), ontology.say(dimension.get(), of)));
            }
        }
        if (suggestions.isEmpty()) {
            return Understanding.refused(Outcome.TOO_VAGUE, Replies.NOT_UNDERSTOOD);
        }
        var labels = suggestions.stream().map(Suggestion::label).toList();
        return Replies.askBack("Do you mean: " + String.join(", or ", labels) + "?", suggestions);
    }
}
