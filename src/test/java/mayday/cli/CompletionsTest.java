package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import mayday.incident.ClockMode;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.scenario.TinyShop;
import org.junit.jupiter.api.Test;

/** What Tab completes in a terminal, and how long lines are broken there. */
class CompletionsTest {
    private static final Incident OPEN = Decider.open(
                    TinyShop.scenario(),
                    42,
                    TinyShop.BAD_RELEASE,
                    ClockMode.PRACTICE,
                    Instant.EPOCH,
                    new Participant("p1", "Sam"))
            .after();

    @Test
    void movesAndTheirArguments() {
        assertThat(of("/w")).containsExactly("/wait", "/whatif");
        assertThat(of("/do roll")).containsExactly("roll-back");
        assertThat(of("/do roll-back s")).containsExactly("shop", "shop-db");
        assertThat(of("/do roll-back shop reg")).contains("region=everywhere");
        assertThat(of("/think bad")).containsExactly("bad-release");
        assertThat(of("/sev ")).containsExactly("SEV1", "SEV2", "SEV3", "SEV4");
        assertThat(of("/link E1 a")).containsExactly("against");
    }

    @Test
    void placesInAQuestion() {
        assertThat(of("logs of SH")).containsExactly("shop", "shop-db");
        assertThat(of("logs of nowhere")).isEmpty();
    }

    @Test
    void longLinesBreakAtBlanksAndOnlyWhereTheyHaveTo() {
        assertThat(Wrapped.lines("one two three", 0)).containsExactly("one two three");
        assertThat(Wrapped.lines("the quick brown fox jumps over", 24))
                .containsExactly("the quick brown fox", "jumps over");
        assertThat(Wrapped.lines("aVeryLongWordWithoutAnyBlankInIt", 24))
                .containsExactly("aVeryLongWordWithoutAnyBlankInIt");
        assertThat(Wrapped.hanging("  the quick brown fox jumps over", 28))
                .containsExactly("  the quick brown fox", "    jumps over");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(Ink.of(java.util.Map.of("TERM", "xterm")).bold("now")).isEqualTo("\u001b[1mnow\u001b[0m");
        assertThat(Ink.of(java.util.Map.of("NO_COLOR", "1")).bold("now")).isEqualTo("now");
        assertThat(Ink.of(java.util.Map.of("TERM", "dumb")).bold("now")).isEqualTo("now");
    }

    private static List<String> of(String line) {
        return Completions.of(line, OPEN);
    }
}
