package mayday.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.debrief.Debrief;
import mayday.incident.Incident;
import mayday.review.Repertoire.Theme;
import mayday.review.Repertoire.Want;

/**
 * What a reviewer would ask about an ended incident, in the manner of a bar raiser: about what was really done, each time three layers
 * deep. Pure: the same run is always asked the same.
 *
 * @param chosen the most telling strands, in the order in which they are asked
 * @param others what could be asked too; told only where it was answered already
 * @param figures what is known about the incident, for the checks of answers
 */
public record ReviewerQuestions(List<Strand> chosen, List<Strand> others, KnownFigures figures) {
    /** More is an interrogation. */
    public static final int MOST_STRANDS = 5;

    /** About what could have gone better; the rest is about depth. */
    private static final int MOST_CRITICAL = 4;

    private static final int MOST_OF_A_THEME = 2;

    /** A perfect run has so many too. */
    private static final int LEAST_STRANDS = 3;

    private static final Pattern FACT = Pattern.compile("\\{([a-z-]+)}");

    public ReviewerQuestions {
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
    }

    /** Questions about one piece of conduct, from the opening to the deepest; {@code moves} are the sequences that it rests on. */
    public record Strand(String kind, Theme theme, List<Long> moves, List<Question> questions) {
        public Strand {
            moves = List.copyOf(moves);
            questions = List.copyOf(questions);
        }

        /** The questions that are open to be answered: each one when all before it were answered or skipped. */
        public List<Question> shown(Set<String> settled) {
            var shown = new ArrayList<Question>();
            for (var question : questions) {
                shown.add(question);
                if (!settled.contains(question.id())) {
                    break;
                }
            }
            return shown;
        }
    }

    /**
     * A question.
     *
     * @param id stable, such as {@code acted-before-change.2}
     * @param layer 1 for the opening, to {@link Repertoire#LAYERS}
     */
    public record Question(String id, int layer, String text, Set<Want> wants) {
        public Question {
            wants = Set.copyOf(wants);
        }
    }

    /**
     * The questions about {@code incident}, which must be over.
     *
     * <p>The heaviest first, and of equal ones the earliest; at most {@value #MOST_OF_A_THEME} of one theme and {@value #MOST_CRITICAL}
     * about what could have gone better; then about depth and prevention, at least one, until there are {@value #LEAST_STRANDS}.
     */
    public static ReviewerQuestions of(Incident incident, Debrief debrief, Repertoire wording) {
        var course = Course.of(incident, debrief);
        var facts = course.facts();
        var ranked = openings(course).stream()
                .sorted(Comparator.comparingInt(
                                (Opening each) -> -kind(wording, each).gravity())
                        .thenComparing(Opening::at)
                        .thenComparing(Opening::kind))
                .map(opening -> strand(opening, kind(wording, opening), facts))
                .toList();
        var chosen = chosen(ranked);
        return new ReviewerQuestions(
                chosen,
                ranked.stream().filter(strand -> !chosen.contains(strand)).toList(),
                KnownFigures.of(course));
    }

    /** All that could be asked about, unordered. */
    static List<Opening> openings(Course course) {
        return Stream.of(
                        ScopeOpenings.of(course),
                        InformationOpenings.of(course),
                        HypothesisOpenings.of(course),
                        MitigationOpenings.of(course),
                        CommunicationOpenings.of(course),
                        DepthOpenings.of(course))
                .flatMap(List::stream)
                .toList();
    }

    private static Repertoire.Kind kind(Repertoire wording, Opening opening) {
        var kind = wording.kinds().get(opening.kind());
        if (kind == null) {
            throw new IllegalStateException("nobody has worded questions about " + opening.kind());
        }
        return kind;
    }

    private static List<Strand> chosen(List<Strand> ranked) {
        var chosen = new ArrayList<Strand>();
        var themes = new EnumMap<Theme, Integer>(Theme.class);
        for (var strand : ranked) {
            if (strand.theme() != Theme.DEPTH
                    && chosen.size() < MOST_CRITICAL
                    && themes.merge(strand.theme(), 1, Integer::sum) <= MOST_OF_A_THEME) {
                chosen.add(strand);
            }
        }
        var deep = Math.max(1, LEAST_STRANDS - chosen.size());
        ranked.stream()
                .filter(strand -> strand.theme() == Theme.DEPTH)
                .limit(deep)
                .forEach(chosen::add);
        return chosen;
    }

    private static Strand strand(Opening opening, Repertoire.Kind kind, Map<String, String> common) {
        var facts = new HashMap<>(common);
        facts.putAll(opening.facts());
        var questions = new ArrayList<Question>();
        for (var layer = 1; layer <= kind.layers().size(); layer++) {
            var worded = kind.layers().get(layer - 1);
            questions.add(
                    new Question(opening.kind() + "." + layer, layer, filled(worded.ask(), facts), worded.wants()));
        }
        return new Strand(opening.kind(), kind.theme(), opening.moves(), questions);
    }

    private static String filled(String ask, Map<String, String> facts) {
        return FACT.matcher(ask).replaceAll(found -> {
            var fact = facts.get(found.group(1));
            if (fact == null) {
                throw new IllegalStateException("no fact is called " + found.group(1) + ": " + ask);
            }
            return Matcher.quoteReplacement(fact);
        });
    }

    /** The strands that are asked: the chosen ones, and others that were answered when another choice was made. */
    public List<Strand> asked(Set<String> settled) {
        var answered = others.stream()
                .filter(strand -> strand.questions().stream().map(Question::id).anyMatch(settled::contains));
        return Stream.concat(chosen.stream(), answered).toList();
    }
}
