package mayday.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mayday.compiler.Compilation;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scenarios that were damaged: what the compiler says about them has its places, and what it lets through can be played. Memory is
 * bounded in both; the timeout is only for what never ends.
 */
class HostileScenarioTest {
    private static final int ROUNDS = 60;
    private static final int MOVES = 10;

    /** What compiling may take, garbage included, whatever is written; the largest shipped scenario takes about 60 MiB. */
    private static final long MOST_COMPILING_BYTES = 512L << 20;

    private static final long MOST_PLAYING_BYTES = 4L << 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void areRefusedWithPlacesOrCanBePlayed() {
        var playable = new AtomicInteger();
        Fuzz.rounds(ROUNDS, random -> {
            var sources = damaged(random);
            var before = THREADS.getCurrentThreadAllocatedBytes();
            var compilation = ScenarioCompiler.compile(sources);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_COMPILING_BYTES);
            switch (compilation) {
                case Compilation.Failed(var problems) -> assertThat(problems).isNotEmpty();
                case Compilation.Compiled(var scenario, var _) -> {
                    playable.incrementAndGet();
                    var beforePlaying = THREADS.getCurrentThreadAllocatedBytes();
                    var incident = random.nextInt(6) == 0
                            ? Played.toTheEnd(scenario, random, MOVES, false)
                            : Played.of(scenario, random, MOVES, false);
                    Played.assertEverySignalIsAFigure(incident);
                    assertThat(THREADS.getCurrentThreadAllocatedBytes() - beforePlaying)
                            .isLessThan(MOST_PLAYING_BYTES);
                }
            }
            for (var problem : compilation.problems()) {
                assertThat(problem.rendered()).startsWith(problem.file() + ":" + problem.line() + ":");
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).doesNotContain("java.lang", "mayday.compiler", "NullPointer");
            }
        });
        assertThat(playable.get()).isPositive();
    }

    private static Sources damaged(Random random) {
        var sources = Authored.ALL.get(random.nextInt(Authored.ALL.size()));
        var paths = Authored.paths(sources);
        var path = random.nextInt(3) > 0 ? sources.main() : paths.get(random.nextInt(paths.size()));
        var text = sources.files().getOrDefault(path, "");
        var damage = new Damage(random);
        if (!path.endsWith(".yaml") || random.nextInt(4) == 0) {
            return Authored.with(sources, path, damage.bytes(text, 1 + random.nextInt(4)));
        }
        var injuries = random.nextInt(4) == 0 ? 20 : 1 + random.nextInt(2);
        return Authored.with(
                sources, path, damage.of(Tree.ofYaml(text), injuries).yaml());
    }
}
