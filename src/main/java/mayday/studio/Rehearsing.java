package mayday.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mayday.compiler.Compilation;
import mayday.compiler.Manuscript;
import mayday.compiler.Playthroughs;
import mayday.playthrough.Rehearsal;
import mayday.playthrough.Script;
import mayday.question.Interpreters;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;
import mayday.studio.Tested.Outcome;
import mayday.studio.Tested.Result;
import mayday.studio.Tested.Standing;

/**
 * Plays the playthroughs of scenarios as {@code mayday test} does, those of one scenario at a time, and remembers how they came out. Safe
 * for use by several threads.
 */
final class Rehearsing {
    /** Scenarios whose results are remembered. */
    private static final int MOST_REMEMBERED = 64;

    /** Whoever waits longer for the tests of others is told so. */
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final LiveLibrary library;
    private final Interpreters interpreters;
    private final Semaphore stage = new Semaphore(1, true);
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Rehearsing(LiveLibrary library, Interpreters interpreters) {
        this.library = library;
        this.interpreters = interpreters;
    }

    /**
     * Results, with what was played.
     *
     * @param texts digests of the playthroughs by path
     */
    private record Remembered(Revision revision, Map<String, String> texts, Tested tested) {}

    /** How they came out the last time; those that were never played say so. */
    Tested last(Manuscript manuscript) {
        if (!(manuscript.compilation() instanceof Compilation.Compiled(var scenario, var _))) {
            return remembered(manuscript.folder())
                    .map(each -> outdated(each.tested()))
                    .orElse(new Tested(List.of(), List.of(), Standing.UNPLAYED));
        }
        return remembered(manuscript.folder())
                .map(before -> before.revision().equals(scenario.revision())
                                && before.texts().equals(texts(manuscript.folder(), Map.of()))
                        ? before.tested()
                        : outdated(read(manuscript, scenario, Map.of()), before))
                .orElseGet(() -> unplayed(read(manuscript, scenario, Map.of())));
    }

    /** Those that are there now, with how each of them came out if it was played. */
    private static Tested outdated(Playthroughs now, Remembered before) {
        var results = now.scripts().stream()
                .map(script -> before.tested().results().stream()
                        .filter(result -> result.file().equals(script.file()))
                        .findFirst()
                        .orElseGet(() -> unplayed(script)))
                .toList();
        return new Tested(results, now.problems(), Standing.OUTDATED);
    }

    private static Tested outdated(Tested tested) {
        return new Tested(tested.results(), tested.problems(), Standing.OUTDATED);
    }

    private static Tested unplayed(Playthroughs now) {
        return new Tested(now.scripts().stream().map(Rehearsing::unplayed).toList(), now.problems(), Standing.UNPLAYED);
    }

    private static Result unplayed(Script script) {
        return new Result(script.file(), script.title(), script.cause().value(), Outcome.UNPLAYED, List.of());
    }

    private synchronized Optional<Remembered> remembered(String name) {
        return Optional.ofNullable(remembered.get(name));
    }

    /**
     * Plays them all; empty if others' tests took too long.
     *
     * @param instead texts of playthroughs by path, in place of what is on the disk
     */
    Optional<Tested> play(Manuscript manuscript, Scenario scenario, Map<String, String> instead) {
        try {
            if (!stage.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            // Before they are read: what is saved while they are played was not played.
            var texts = texts(manuscript.folder(), instead);
            var playthroughs = read(manuscript, scenario, instead);
            var results = playthroughs.scripts().stream()
                    .map(script -> result(script, scenario))
                    .toList();
            var tested = new Tested(results, playthroughs.problems(), Standing.CURRENT);
            remember(manuscript.folder(), new Remembered(scenario.revision(), texts, tested));
            return Optional.of(tested);
        } finally {
            stage.release();
        }
    }

    private synchronized void remember(String name, Remembered results) {
        remembered.put(name, results);
    }

    private Map<String, String> texts(String name, Map<String, String> instead) {
        var texts = new TreeMap<String, String>();
        library.files().files(name + "/" + KeptTest.FOLDER).forEach(path -> {
            var other = instead.get(path);
            var bytes = other == null ? library.files().raw(path) : Optional.of(other.getBytes(UTF_8));
            texts.put(path, bytes.map(FileContent::digest).orElse(FileContent.NONE));
        });
        return texts;
    }

    private Playthroughs read(Manuscript manuscript, Scenario scenario, Map<String, String> instead) {
        return Playthroughs.of(library.files().root(), manuscript.sources(), scenario, instead);
    }

    private Result result(Script script, Scenario scenario) {
        var performance = Rehearsal.play(script, scenario, interpreters.of(scenario));
        return new Result(
                script.file(),
                script.title(),
                script.cause().value(),
                performance.passed() ? Outcome.PASSED : Outcome.FAILED,
                performance.mismatches());
    }
}
