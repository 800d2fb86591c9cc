package mayday.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;

/**
 * Interpreters made from a {@link QuestionModel} that may still be loading; keeps the {@value #MOST_KEPT} most recently used. Each is
 * made by whoever asks for it first; nobody waits for another scenario's.
 */
public final class ScenarioInterpreters implements Interpreters {
    static final int MOST_KEPT = 32;

    private final Future<QuestionModel> model;
    private final Map<Revision, FutureTask<Interpreter>> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    /** @param model the model, or where it will be */
    public ScenarioInterpreters(Future<QuestionModel> model) {
        this.model = model;
    }

    @Override
    public Interpreter of(Scenario scenario) {
        var loaded = ended(model, "loaded");
        var made = taskFor(scenario, loaded);
        made.run();
        return ended(made, "fitted to the scenario");
    }

    private FutureTask<Interpreter> taskFor(Scenario scenario, QuestionModel loaded) {
        synchronized (kept) {
            var task = kept.computeIfAbsent(
                    scenario.revision(), _ -> new FutureTask<>(() -> loaded.interpreterOf(scenario)));
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return task;
        }
    }

    @Override
    public boolean isReady(Scenario scenario) {
        synchronized (kept) {
            var task = kept.get(scenario.revision());
            return task != null && task.state() == Future.State.SUCCESS;
        }
    }

    private static <T> T ended(Future<T> work, String what) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new CompletionException("the question model could not be " + what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the question model was being " + what);
        }
    }
}
