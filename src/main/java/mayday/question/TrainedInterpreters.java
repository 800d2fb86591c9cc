package mayday.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;

/** Interpreters made from a {@link QuestionModel} that may still be loading; keeps the {@value #MOST_KEPT} most recently used. */
public final class TrainedInterpreters implements Interpreters {
    static final int MOST_KEPT = 32;

    private final Future<QuestionModel> model;
    private final Map<Revision, Interpreter> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

    /** @param model the model, or where it will be */
    public TrainedInterpreters(Future<QuestionModel> model) {
        this.model = model;
    }

    @Override
    public Interpreter of(Scenario scenario) {
        var loaded = loaded();
        synchronized (kept) {
            var interpreter = kept.computeIfAbsent(scenario.revision(), _ -> loaded.interpreterOf(scenario));
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return interpreter;
        }
    }

    private QuestionModel loaded() {
        try {
            return model.get();
        } catch (ExecutionException e) {
            throw new CompletionException("the question model could not be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the question model was loading");
        }
    }
}
