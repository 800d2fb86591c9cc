package mayday.compiler;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Rubric;
import mayday.scenario.ScenarioId;

/**
 * What a catalogue lists.
 *
 * @param scenarios those that can be played, in order of level and title
 * @param rubrics by which they can be judged, the default one first
 * @param problems of the files, those of broken scenarios and rubrics among them
 */
public record Listing(List<Blurb> scenarios, List<Label> rubrics, List<Problem> problems) {
    public Listing {
        scenarios = scenarios.stream()
                .sorted(Comparator.comparing(Blurb::level).thenComparing(Blurb::title))
                .toList();
        rubrics = List.copyOf(rubrics);
        problems = List.copyOf(problems);
    }

    /** A rubric's name. */
    public record Label(String id, String title) {
        static List<Label> of(List<Rubric> rubrics) {
            return rubrics.stream()
                    .map(rubric -> new Label(rubric.id(), rubric.title()))
                    .toList();
        }
    }

    /** What is listed of one scenario. */
    public Optional<Blurb> find(ScenarioId id) {
        return scenarios.stream().filter(blurb -> blurb.id().equals(id)).findFirst();
    }

    /** Of the scenarios of {@code playable}. */
    public static Listing of(Library playable) {
        return new Listing(
                playable.scenarios().stream().map(Blurb::of).toList(),
                Label.of(playable.rubrics()),
                playable.problems());
    }
}
