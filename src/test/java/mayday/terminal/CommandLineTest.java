package mayday.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell makes of a line. */
class CommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "ss -tanp | grep 5432                          ! ss -tanp / grep 5432",
                "journalctl -u web --since \"10 min ago\"      ! journalctl -u web --since 10 min ago",
                "grep 'a|b' x.log | wc -l                      ! grep a|b x.log / wc -l",
                "sudo watch -n 1 top -bn1 2>/dev/null          ! top -bn1",
                "LANG=C /usr/bin/dig +short a.internal >&2     ! dig +short a.internal",
                "grep \"a\\.b\" 'c\\d' e\\ f                   ! grep a\\.b c\\d e f",
                "echo | openssl s_client -connect a:443        ! echo / openssl s_client -connect a:443"
            })
    void readsProgramsAndTheirWords(String typed, String read) {
        var line = CommandLine.parse(typed).orElseThrow();

        assertThat(String.join(
                        " / ",
                        line.stages().stream().map(CommandLine.Stage::text).toList()))
                .isEqualTo(read);
    }

    @Test
    void isNoScript() {
        assertThat(CommandLine.parse("   ")).isEmpty();
        assertThat(CommandLine.parse("a | b | c | d | e | f | g | h | i")).isEmpty();
        assertThat(CommandLine.parse("x".repeat(10_000)).orElseThrow().first().program())
                .hasSize(CommandLine.MOST_CHARACTERS);
    }

    @Test
    void cutsASequenceOutsideQuotes() {
        assertThat(CommandLine.sequence("top; grep 'a;b' x && df -h || ls | wc"))
                .containsExactly("top", "grep 'a;b' x", "df -h", "ls | wc");
    }

    @Test
    void readsOptionsInAllTheirForms() {
        var arguments = new Arguments(List.of("-tanp", "--tail=5", "-n", "7", "-c3", "web", "--since", "10m"));

        assertThat(arguments.has("-p")).isTrue();
        assertThat(arguments.has("-x")).isFalse();
        assertThat(arguments.value("--tail")).contains("5");
        assertThat(arguments.number(1, 0, 99, "-n")).isEqualTo(7);
        assertThat(arguments.number(1, 0, 99, "-c")).isEqualTo(3);
        assertThat(arguments.operands("-n", "--since")).containsExactly("web");
    }

    @ParameterizedTest
    @CsvSource({
        "10 min ago,       2026-03-12T13:50:00Z",
        "15m,              2026-03-12T13:45:00Z",
        "-1 hour,          2026-03-12T13:00:00Z",
        "13:50,            2026-03-12T13:50:00Z",
        "23:50,            2026-03-11T23:50:00Z",
        "2026-03-12 13:50, 2026-03-12T13:50:00Z",
        "today,            2026-03-12T00:00:00Z",
        "1773323400,       2026-03-12T13:50:00Z",
        "2026-03-12T14:50:00+01:00, 2026-03-12T13:50:00Z"
    })
    void readsMoments(String text, Instant at) {
        assertThat(Moments.of(text, Instant.parse("2026-03-12T14:00:00Z"))).contains(at);
    }

    @Test
    void knowsNoMomentThatThereIsNot() {
        var now = Instant.parse("2026-03-12T14:00:00Z");

        assertThat(List.of("25:99", "lately", "2026-13-40 99:99", "", "99999999999 days"))
                .allSatisfy(text -> assertThat(Moments.of(text, now)).isEmpty());
    }
}
