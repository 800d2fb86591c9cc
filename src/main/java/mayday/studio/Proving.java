package mayday.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import mayday.compiler.Problem;
import mayday.compiler.Sources;
import mayday.proof.Proofs;
import mayday.proof.Proved;
import mayday.question.Interpreters;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves what authors write, in the background, one text at a time. Of each item only the newest text counts: an earlier one gives way,
 * even while it is being proved. Safe for use by several threads.
 */
final class Proving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Proving.class);

    /** Items that wait; who comes later is told to come again. */
    static final int MOST_WAITING = 16;

    /** Results that are kept. */
    static final int MOST_KEPT = 64;

    /** Nobody who types waits for the processor: a proof begins when no text has come for so long, or after {@link #MOST_RESTS} such rests. */
    private static final int REST_MILLIS = 400;

    private static final int MOST_RESTS = 10;

    private final Interpreters interpreters;
    private final Map<String, Job> waiting = new LinkedHashMap<>();
    private final Map<Revision, Outcome> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Revision, Outcome> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Thread thread = Thread.ofPlatform().name("proving").daemon().unstarted(this::run);
    private long texts = 0;
    private boolean started = false;
    private boolean closed = false;
    private List<Job> running = List.of();

    /** A text to be proved. */
    private record Job(String item, Sources sources, Scenario scenario) {}

    /** How far the proof of a text is. */
    sealed interface Outcome {
        /** Problems that are known so far. */
        List<Problem> problems();

        /** It waits, or is being read. */
        record Waiting() implements Outcome {
            @Override
            public List<Problem> problems() {
                return List.of();
            }
        }

        /** What reading it shows is known; it is being played. */
        record Quick(List<Problem> problems) implements Outcome {
            public Quick {
                problems = List.copyOf(problems);
            }
        }

        record Done(List<Problem> problems, Proved proved) implements Outcome {
            public Done {
                problems = List.copyOf(problems);
            }
        }

        /** It will not be known: another text came, there was too much to prove, or the proof itself failed. */
        record GivenUp(String why) implements Outcome {
            @Override
            public List<Problem> problems() {
                return List.of();
            }
        }
    }

    Proving(Interpreters interpreters) {
        this.interpreters = interpreters;
    }

    /** How far the proof of {@code scenario} is; begins it if nobody has. */
    synchronized Outcome of(String item, Sources sources, Scenario scenario) {
        var known = kept.get(scenario.revision());
        if (known != null && !(known instanceof Outcome.GivenUp)) {
            return known;
        }
        var isFirst = waiting.isEmpty();
        var before = waiting.remove(item);
        if (before != null) {
            kept.put(before.scenario().revision(), new Outcome.GivenUp("A newer text took its place."));
        }
        if (waiting.size() >= MOST_WAITING || closed) {
            return new Outcome.GivenUp("There is too much to prove just now. Change something, and it is tried again.");
        }
        texts++;
        waiting.put(item, new Job(item, sources, scenario));
        kept.put(scenario.revision(), new Outcome.Waiting());
        if (running.stream().anyMatch(job -> job.item().equals(item))) {
            thread.interrupt();
        }
        if (!started) {
            started = true;
            thread.start();
        }
        if (isFirst) {
            // Else it rests or proves, and is not to be woken.
            notifyAll();
        }
        return new Outcome.Waiting();
    }

    /** How far the proof of a revision is; given up if nothing is known of it. */
    synchronized Outcome of(Revision revision) {
        var known = kept.get(revision);
        return known == null ? new Outcome.GivenUp("Nothing is known of this text.") : known;
    }

    private void run() {
        var next = next();
        while (!next.isEmpty()) {
            next.forEach(this::prove);
            next = next();
        }
    }

    /** The job that has waited longest; none at the end. */
    private synchronized List<Job> next() {
        running = List.of();
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException _) {
                // It was meant for the text before.
            }
        }
        rest();
        if (closed) {
            return List.of();
        }
        var item = waiting.keySet().iterator().next();
        var job = waiting.remove(item);
        // Whoever interrupted the text before did not mean this one.
        var _ = Thread.interrupted();
        running = job == null ? List.of() : List.of(job);
        return running;
    }

    /** Waits until nobody has typed for a moment. */
    private synchronized void rest() {
        var before = -1L;
        for (var rest = 0; rest < MOST_RESTS && before != texts && !closed; rest++) {
            before = texts;
            try {
                wait(REST_MILLIS);
            } catch (InterruptedException _) {
                // It was meant for the text before.
            }
        }
    }

    private void prove(Job job) {
        var revision = job.scenario().revision();
        try {
            var interpreter = interpreters.of(job.scenario());
            var quick = Proofs.quick(job.sources(), job.scenario(), interpreter);
            keep(revision, new Outcome.Quick(quick));
            var proved = Proofs.played(job.sources(), job.scenario());
            var all = new ArrayList<>(quick);
            all.addAll(proved.problems());
            keep(revision, new Outcome.Done(all, proved));
        } catch (CancellationException newer) {
            keep(revision, new Outcome.GivenUp("A newer text took its place."));
        } catch (RuntimeException e) {
            LOG.error("The proof of {} failed", job.item(), e);
            keep(revision, new Outcome.GivenUp("The proof failed. That is our mistake; the log says more."));
        }
    }

    private synchronized void keep(Revision revision, Outcome outcome) {
        kept.put(revision, outcome);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
    }
}
