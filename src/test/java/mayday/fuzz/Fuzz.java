package mayday.fuzz;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Plays the rounds of a fuzzer. Each has a seed of its own, which a failure names, so that the round can be played again alone with
 * {@code -Dmayday.fuzz.seed=SEED}. {@code -Dmayday.fuzz=N} plays N rounds, from {@code -Dmayday.fuzz.first=SEED} on, or as many of them
 * as {@code -Dmayday.fuzz.seconds=S} allow.
 */
public final class Fuzz {
    private static final long FIRST = 20_261_128;

    /** Nobody reads more in one go. */
    private static final int MOST_FINDINGS = 10;

    private static final int MOST_FRAMES = 3;
    private static final int MOST_CHARACTERS = 900;

    /** Neighbouring seeds of {@link Random} begin alike; multiplied by this odd number they do not. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private Fuzz() {}

    /** One round; whatever it throws is a finding. */
    public interface Round {
        void play(Random random) throws Exception;
    }

    private record Finding(long seed, Throwable thrown) {
        String told() {
            var where = Stream.of(thrown.getStackTrace())
                    .filter(each -> each.getClassName().startsWith("mayday"))
                    .limit(MOST_FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(joining(" < "));
            var said = String.valueOf(thrown).strip();
            return "-Dmayday.fuzz.seed=" + seed + ": "
                    + said.substring(0, Math.min(MOST_CHARACTERS, said.length()))
                    + "\n  at " + where;
        }
    }

    /** Plays {@code usual} rounds, or as many as were asked for. */
    public static void rounds(int usual, Round round) {
        var alone = Long.getLong("mayday.fuzz.seed");
        var first = alone == null ? Long.getLong("mayday.fuzz.first", FIRST) : alone;
        var rounds = alone == null ? Integer.getInteger("mayday.fuzz", usual) : 1;
        List<Finding> findings = new ArrayList<>();
        var until = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("mayday.fuzz.seconds", 86_400))
                        .toNanos();
        var seed = first;
        for (; seed < first + rounds && findings.size() < MOST_FINDINGS && System.nanoTime() < until; seed++) {
            try {
                round.play(random(seed));
            } catch (Throwable finding) {
                findings.add(new Finding(seed, finding));
            }
        }
        if (!findings.isEmpty()) {
            throw new AssertionError(
                    "Of " + (seed - first) + " rounds each of these can be played again alone:\n"
                            + findings.stream().map(Finding::told).collect(joining("\n")),
                    findings.getFirst().thrown());
        }
    }

    /** The chance of one round. */
    public static Random random(long seed) {
        return new Random(seed * SPREAD);
    }
}
