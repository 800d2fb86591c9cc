package mayday.web.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mayday.compiler.Blurb;
import mayday.compiler.Listing;
import mayday.compiler.Problem;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.review.Played;
import mayday.scenario.Level;
import mayday.scenario.Words;

/**
 * The catalogue of scenarios, filtered.
 *
 * @param total how many there are without the filter
 * @param rubrics what an incident can be judged by, the default one first
 * @param broken files that could not be read as scenarios
 * @param guided the title of the scenario that the guide leads newcomers through, at most one entry
 * @param bests the caller's best scores by scenario
 */
public record CatalogueView(
        List<Entry> entries,
        int total,
        Filter filter,
        List<Option> levels,
        List<Option> systems,
        List<Choice> rubrics,
        List<Resume> resume,
        List<Past> past,
        List<Broken> broken,
        Map<String, Best> bests,
        List<String> guided) {
    public CatalogueView {
        entries = List.copyOf(entries);
        levels = List.copyOf(levels);
        systems = List.copyOf(systems);
        rubrics = List.copyOf(rubrics);
        resume = List.copyOf(resume);
        past = List.copyOf(past);
        broken = List.copyOf(broken);
        bests = Map.copyOf(bests);
        guided = List.copyOf(guided);
    }

    /** What to show; empty lists and words show everything. */
    public record Filter(String words, List<String> levels, List<String> systems) {
        public Filter {
            levels = List.copyOf(levels);
            systems = List.copyOf(systems);
        }

        boolean shows(Entry entry) {
            return (levels.isEmpty() || levels.contains(entry.level()))
                    && (systems.isEmpty() || systems.contains(entry.system()))
                    && entry.mentions(words);
        }

        public boolean isEmpty() {
            return words.isBlank() && levels.isEmpty() && systems.isEmpty();
        }
    }

    /** A scenario, as everybody may know it. */
    public record Entry(
            String id,
            String title,
            String level,
            int levelNumber,
            String system,
            String summary,
            List<String> tags,
            String page,
            long limitSeconds) {
        public Entry {
            tags = List.copyOf(tags);
        }

        public static Entry of(Blurb blurb) {
            return new Entry(
                    blurb.id().value(),
                    blurb.title(),
                    Words.kebab(blurb.level()),
                    List.of(Level.values()).indexOf(blurb.level()) + 1,
                    blurb.system(),
                    blurb.summary(),
                    blurb.tags(),
                    blurb.page(),
                    blurb.limit().toSeconds());
        }

        boolean mentions(String words) {
            var text = String.join(" ", id, title, level, system, summary, page, String.join(" ", tags))
                    .toLowerCase(Locale.ROOT);
            return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(text::contains);
        }
    }

    /** A choice of the filter and how many scenarios it has. */
    public record Option(String value, String label, long count, boolean chosen) {}

    /** An incident that goes on. */
    public record Resume(
            String id,
            String title,
            String page,
            Instant now,
            long elapsedSeconds,
            long limitSeconds,
            int evidence,
            String leading) {

        public static Resume of(IncidentId id, Incident incident, Instant now) {
            var scenario = incident.scenario();
            var clock = IncidentView.clock(incident, now);
            var leading = incident.board().hypotheses().stream()
                    .map(HypothesisView::of)
                    .filter(each -> !each.ruledOut())
                    .max(Comparator.comparingInt(HypothesisView::confidence))
                    .map(each -> each.id() + " at " + each.confidence())
                    .orElse("none yet");
            return new Resume(
                    id.value(),
                    scenario.title(),
                    scenario.page().text(),
                    clock.now(),
                    clock.elapsedSeconds(),
                    clock.limitSeconds(),
                    incident.board().cards().size(),
                    leading);
        }
    }

    /** An incident that has ended. */
    public record Past(String id, String title, String status, Instant openedAt) {}

    /** The best score of a scenario's judged runs, and how many these are. */
    public record Best(int score, int runs) {
        /** From what somebody has ended, by scenario. */
        public static Map<String, Best> of(List<Played> played) {
            var bests = new HashMap<String, Best>();
            for (var each : played.stream().filter(Played::counts).toList()) {
                each.result()
                        .forEach(result -> bests.merge(
                                each.scenario().value(),
                                new Best(result.score(), 1),
                                (one, other) ->
                                        new Best(Math.max(one.score(), other.score()), one.runs() + other.runs())));
            }
            return bests;
        }
    }

    /** The caller's best in a scenario, at most one entry. */
    public List<Best> best(Entry entry) {
        return Stream.ofNullable(bests.get(entry.id())).toList();
    }

    /** A scenario file that cannot be played, and why. */
    public record Broken(String file, List<String> problems) {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /** The catalogue of {@code listing}; {@code first} is the id of the one for newcomers. */
    public static CatalogueView of(
            Listing listing,
            Filter filter,
            List<Resume> resume,
            List<Past> past,
            Map<String, Best> bests,
            String first) {
        var all = listing.scenarios().stream().map(Entry::of).toList();
        return new CatalogueView(
                all.stream().filter(filter::shows).toList(),
                all.size(),
                filter,
                levels(all, filter),
                systems(all, filter),
                listing.rubrics().stream()
                        .map(each -> new Choice(each.id(), each.title()))
                        .toList(),
                resume,
                past,
                broken(listing.problems()),
                bests,
                all.stream()
                        .filter(entry -> entry.id().equals(first))
                        .map(Entry::title)
                        .toList());
    }

    private static List<Option> levels(List<Entry> all, Filter filter) {
        return List.of(Level.values()).stream()
                .map(level -> option(
                        Words.kebab(level),
                        Phrases.capital(Words.kebab(level)),
                        all.stream()
                                .filter(entry -> entry.level().equals(Words.kebab(level)))
                                .count(),
                        filter.levels()))
                .filter(option -> option.count() > 0)
                .toList();
    }

    private static List<Option> systems(List<Entry> all, Filter filter) {
        return all.stream()
                .map(Entry::system)
                .distinct()
                .sorted()
                .map(system -> option(
                        system,
                        system,
                        all.stream()
                                .filter(entry -> entry.system().equals(system))
                                .count(),
                        filter.systems()))
                .toList();
    }

    private static Option option(String value, String label, long count, List<String> chosen) {
        return new Option(value, label, count, chosen.contains(value));
    }

    private static List<Broken> broken(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(Problem::file)
                .distinct()
                .map(file -> new Broken(
                        file,
                        problems.stream()
                                .filter(problem ->
                                        problem.file().equals(file) && problem.severity() == Problem.Severity.ERROR)
                                .map(problem -> "line " + problem.line() + ": " + problem.message())
                                .toList()))
                .toList();
    }
}
