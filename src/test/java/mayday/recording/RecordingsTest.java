package mayday.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mayday.recording.Recording.Entry;
import mayday.recording.Recording.Log;
import mayday.recording.Recording.Metrics;
import mayday.recording.Recording.Sample;
import mayday.recording.Recording.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of other programs are read as what they are, and what is wrong in them is told with its place. */
class RecordingsTest {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private static Recording read(Format format, String text) throws Broken {
        return Recordings.read(format, text, Optional.empty(), "");
    }

    private static Broken broken(Format format, String text) {
        return catchThrowableOfType(Broken.class, () -> read(format, text));
    }

    private static Entry only(Format format, String line) throws Broken {
        return ((Log) Recordings.read(format, line, Optional.of(NOON.plusSeconds(60)), ""))
                .entries()
                .getFirst();
    }

    @Test
    void seriesOfPrometheusHaveTheirLabelsAndNoSampleThatIsNoNumber() throws Broken {
        var read = read(Format.PROMETHEUS, """
                {"status":"success","warnings":["x"],"data":{"result":[
                {"metric":{"__name__":"up","instance":"a"},"values":[[1714564800,"1"],[1714564815.5,"NaN"],[1714564830,"0.25"]]},
                {"metric":{"instance":"b"},"values":[[1714564800,"+Inf"]],"histograms":[[1714564800,{"count":"4"}]]}
                ],"resultType":"matrix"}}""");

        assertThat(read)
                .isEqualTo(new Metrics(
                        java.util.List.of(new Series(
                                Map.of("__name__", "up", "instance", "a"),
                                java.util.List.of(new Sample(NOON, 1), new Sample(NOON.plusSeconds(30), 0.25)),
                                2)),
                        2));
    }

    @Test
    void theResultAloneIsReadToo() throws Broken {
        var read = (Metrics) read(Format.PROMETHEUS, "[{\"metric\":{},\"values\":[[1714564800,\"7\"]]}]");

        assertThat(SeriesNames.of(read.series(), java.util.List.of())).containsOnlyKeys("series");
    }

    @Test
    void ofALongSeriesNeighboursAreAveraged() throws Broken {
        var text = new StringBuilder("time,n\n");
        for (int i = 0; i < 23_000; i++) {
            text.append(1714564800 + i).append(',').append(i % 2).append('\n');
        }

        var series = ((Metrics) read(Format.CSV, text.toString())).series().getFirst();

        assertThat(series.all()).isEqualTo(23_000);
        assertThat(series.samples())
                .hasSizeBetween(2_500, Recording.MOST_SAMPLES)
                .allSatisfy(sample -> assertThat(sample.value()).isEqualTo(0.5));
        assertThat(series.samples().getLast().at()).isEqualTo(NOON.plusSeconds(22_999));
    }

    @Test
    void columnsAreSeriesWhicheverWayTheyAreSeparatedAndOrdered() throws Broken {
        var german = (Metrics)
                read(Format.CSV, "\"Zeit\";\"p99 in s\"\r\n2024-05-01 12:01:00;1,5\r\n2024-05-01 12:00:00;0,5\r\n");
        var tabs = (Metrics) read(Format.CSV, "host\ttimestamp\n3\t1714564800000\n");

        assertThat(german.series().getFirst().labels()).containsExactly(Map.entry("column", "p99 in s"));
        assertThat(german.series().getFirst().samples())
                .containsExactly(new Sample(NOON, 0.5), new Sample(NOON.plusSeconds(60), 1.5));
        assertThat(tabs.series().getFirst().samples()).containsExactly(new Sample(NOON, 3));
    }

    @Test
    void rowsMayNameTheirSeries() throws Broken {
        var read = (Metrics)
                read(Format.CSV, "Series,Time,Value\na,1714564800,1\n\"b, c\",1714564800,2 %\na,1714564860,\n");

        assertThat(SeriesNames.of(read.series(), java.util.List.of())).containsOnlyKeys("a", "b, c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-01T12:00:00Z",
                "2024-05-01T14:00:00+02:00",
                "2024-05-01 12:00:00,000",
                "2024/05/01 12:00:00",
                "[2024-05-01 12:00:00.000]",
                "1714564800",
                "1714564800.000",
                "1714564800000",
                "1714564800000000000",
                "May  1 12:00:00",
                "<13>May  1 12:00:00",
                "12:00:00",
                "10.0.0.1 - - [01/May/2024:14:00:00 +0200]"
            })
    void timesAreReadAsOthersWriteThem(String time) throws Broken {
        assertThat(only(Format.PLAIN, time + " message").at()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T12:00:00Z ERROR cannot, ERROR, cannot",
        "2024-05-01T12:00:00Z [warn] slow, WARN, slow",
        "2024-05-01T12:00:00Z no error here, INFO, no error here",
        "2024-05-01T12:00:00Z [main] ERROR c.a.Pool - gone, ERROR, [main] ERROR c.a.Pool - gone",
        "E0501 12:00:00.000000 1 file.go:7] gone, ERROR, 1 file.go:7] gone",
        "10.0.0.1 - - [01/May/2024:12:00:00 +0000] \"GET / HTTP/1.1\" 503 17, ERROR, 10.0.0.1 - - \"GET / HTTP/1.1\" 503 17",
    })
    void theLevelIsAWordOfItsOwn(String line, String level, String text) throws Broken {
        var entry = only(Format.PLAIN, line);

        assertThat(entry.level()).isEqualTo(level);
        assertThat(entry.text()).isEqualTo(text);
    }

    @Test
    void syslogSaysTheHost() throws Broken {
        assertThat(only(Format.PLAIN, "May  1 12:00:00 db-3 postgres[77]: LOG: checkpoint"))
                .isEqualTo(new Entry(NOON, "INFO", "db-3", "postgres[77]: LOG: checkpoint"));
    }

    @Test
    void jsonLinesAndPairsHaveTheirMessageFirst() throws Broken {
        assertThat(
                        only(
                                Format.JSON_LINES,
                                "{\"level\":50,\"ts\":1714564800.0,\"msg\":\"gone\",\"hostname\":\"a-1\",\"tries\":3,\"at\":{\"x\":1}}"))
                .isEqualTo(new Entry(NOON, "ERROR", "a-1", "gone tries=3 at={\"x\":1}"));
        assertThat(only(
                        Format.LOGFMT,
                        "time=\"2024-05-01T12:00:00Z\" level=warning msg=\"a \\\"slow\\\" one\" took=2s ok"))
                .isEqualTo(new Entry(NOON, "WARN", "", "a \"slow\" one took=2s ok="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lag.json|{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\"|PROMETHEUS",
                "export.csv|time,a|CSV",
                "app.log|{\"ts\":1714564800,\"msg\":\"metric: x\"}|JSON_LINES",
                "app.log|ts=2024-05-01T12:00:00Z level=info msg=up|LOGFMT",
                "app.log|2024-05-01T12:00:00Z level=info msg=up|PLAIN",
                "app.log|May  1 12:00:00 db-3 postgres[77]: LOG|PLAIN",
            })
    void whatItIsIsFoundOut(String name, String head, Format format) {
        assertThat(Format.guess(name, head)).isEqualTo(format);
    }

    @Test
    void aBrokenJsonLineIsNamed() {
        var lines = "{\"ts\":1714564800,\"msg\":\"x\"}\n".repeat(16) + "{\"ts\":17\n";

        assertThat(broken(Format.JSON_LINES, lines)).satisfies(flaw -> {
            assertThat(flaw.line()).isEqualTo(17);
            assertThat(flaw.why()).startsWith("this line is no JSON: Unexpected end-of-input");
        });
    }

    @Test
    void aTimeThatSaysNoYearNeedsAnInstantNearIt() {
        assertThat(broken(Format.PLAIN, "May  1 12:00:00 db-3 up").why())
                .isEqualTo("the times of this log do not say their year or day");
    }

    @Test
    void aLogIsPutInOrderAndItsSpanIsKnown() throws Broken {
        var log = read(Format.PLAIN, "2024-05-01T12:00:05Z b\n  at x\n2024-05-01T12:00:00Z a\n");

        assertThat(((Log) log).entries()).extracting(Entry::text).containsExactly("a", "b\n  at x");
        assertThat(Recordings.span(log).length()).isEqualTo(Duration.ofSeconds(5));
    }
}
