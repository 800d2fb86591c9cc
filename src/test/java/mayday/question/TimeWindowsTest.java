package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mayday.evidence.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowsTest {
    private static final Instant PAGED_AT = Instant.parse("2026-03-10T14:00:00Z");
    private static final Reader READER = new Reader(Ontology.wordLists());
    private static final Instant NOW = Instant.parse("2026-03-10T14:05:00Z");

    @Test
    void aStretchBeforeNow() {
        assertThat(find("deploys in the last 24 hours"))
                .isEqualTo(new Found("deploys", new Window.Last(Duration.ofHours(24))));
        assertThat(window("errors in the past half an hour")).isEqualTo(new Window.Last(Duration.ofMinutes(30)));
        assertThat(window("cpu over the last couple of days")).isEqualTo(new Window.Last(Duration.ofDays(2)));
        assertThat(window("errors last hour")).isEqualTo(new Window.Last(Duration.ofHours(1)));
    }

    @Test
    void aTimeOfDayIsTheLatestOneThatHasPassed() {
        assertThat(window("errors since 13:50")).isEqualTo(new Window.Since(at("2026-03-10T13:50:00Z")));
        assertThat(window("errors since 23:00")).isEqualTo(new Window.Since(at("2026-03-09T23:00:00Z")));
        assertThat(window("errors since 1pm")).isEqualTo(new Window.Since(at("2026-03-10T13:00:00Z")));
    }

    @Test
    void fromOneTimeToAnother() {
        assertThat(window("traffic between 12:00 and 13:30"))
                .isEqualTo(new Window.Between(at("2026-03-10T12:00:00Z"), at("2026-03-10T13:30:00Z")));
        assertThat(window("what was deployed before 14:00"))
                .isEqualTo(new Window.Between(at("2026-03-10T13:00:00Z"), at("2026-03-10T14:00:00Z")));
    }

    @Test
    void sinceThePage() {
        assertThat(find("errors since the page").window()).isEqualTo(new Window.Since(PAGED_AT));
    }

    @Test
    void asksNothingAboutTime() {
        assertThat(find("when was checkout last deployed"))
                .isEqualTo(new Found("when was checkout last deployed", new Window.Usual()));
        assertThat(window("errors at 25:99")).isEqualTo(new Window.Usual());
    }

    @Test
    void nobodyLooksBackForever() {
        assertThat(window("errors in the last 9999 weeks")).isEqualTo(new Window.Last(Instants.LONGEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in the last 24 hours               | last 24h",
                "over the past week                 | last 168h",
                "in the past 90s                    | last 1m",
                "within the last hour and a half    | last 90m",
                "last 1h30m                         | last 90m",
                "during the previous 15 min         | last 15m",
                "in the last half hour              | last 30m",
                "for the past couple of hours       | last 2h",
                "last 5 mins                        | last 5m",
                "in the last few minutes            | last 3m",
                "in the last month                  | last 720h",
                "last week                          | last 168h",
                "this week                          | last 168h",
                "since 13:50                        | since 13:50",
                "since 13:50 utc                    | since 13:50",
                "since about 1pm                    | since 13:00",
                "after 14:02                        | since 14:02",
                "from 13:50 onwards                 | since 13:50",
                "13:50 onwards                      | since 13:50",
                "since 23:00                        | since 9th 23:00",
                "since 2 hours ago                  | since 12:05",
                "since midnight                     | since 00:00",
                "since yesterday                    | since 9th 00:00",
                "since monday                       | since 9th 00:00",
                "since march 9                      | since 9th 00:00",
                "since yesterday at 18:00           | since 9th 18:00",
                "since 2026-03-10T13:50:00Z         | since 13:50",
                "since 2026-03-09 22:15             | since 9th 22:15",
                "since the page                     | since 14:00",
                "since the alert fired              | since 14:00",
                "since we got paged                 | since 14:00",
                "today                              | since 00:00",
                "before 14:00                       | 13:00 to 14:00",
                "until 13:30                        | 12:30 to 13:30",
                "before the page                    | 13:00 to 14:00",
                "5 minutes before the page          | 13:55 to 14:00",
                "the half an hour leading up to the alert | 13:30 to 14:00",
                "between 13:50 and 14:05            | 13:50 to 14:05",
                "between 13:50 and 14:30            | 13:50 to 14:30",
                "between 23:30 and 00:30            | 9th 23:30 to 00:30",
                "from 1pm to 2pm                    | 13:00 to 14:00",
                "13:50-14:00                        | 13:50 to 14:00",
                "between yesterday 18:00 and yesterday 19:00 | 9th 18:00 to 9th 19:00",
                "around the page                    | 13:50 to 14:10",
                "at the time of the page            | 13:50 to 14:10",
                "at 13:30                           | 13:20 to 13:40",
                "at noon                            | 11:50 to 12:10",
                "around 2pm                         | 13:50 to 14:10",
                "an hour ago                        | 12:55 to 13:15",
                "20 minutes ago                     | 13:35 to 13:55",
                "a week ago                         | 3rd 13:55 to 3rd 14:15",
                "yesterday                          | 9th 00:00 to 00:00",
                "yesterday at the same time         | 9th 13:55 to 9th 14:15",
                "this time yesterday                | 9th 13:55 to 9th 14:15",
                "same time last week                | 3rd 13:55 to 3rd 14:15",
                "yesterday at 9:15                  | 9th 09:05 to 9th 09:25",
                "at 09:15 yesterday                 | 9th 09:05 to 9th 09:25",
                "yesterday evening                  | 9th 18:00 to 00:00",
                "this morning                       | 06:00 to 12:00",
                "last night                         | 9th 20:00 to 06:00",
                "on monday                          | 9th 00:00 to 00:00",
                "on 9 march                         | 9th 00:00 to 00:00",
                "on 2026-03-09                      | 9th 00:00 to 00:00",
                "since half past one                | since 13:30",
                "at a quarter to two                | 13:35 to 13:55",
                "since one o'clock                  | since 13:00",
                "after twenty past two              | since 02:20",
                "yesterday between 13:00 and 15:00  | 9th 13:00 to 9th 15:00",
                "between 13:00 and 15:00 yesterday  | 9th 13:00 to 9th 15:00",
                "from 13:00 until the pager rang    | 13:00 to 14:00",
                "the day before yesterday           | 8th 00:00 to 9th 00:00",
                "in the last three quarters of an hour | last 45m",
                "in the past fortnight              | last 336h",
                "this afternoon so far              | since 12:00",
                "last week at this time             | 3rd 13:55 to 3rd 14:15",
                "in the ten minutes right before the page | 13:50 to 14:00"
            })
    void isReadExactly(String words, String window) {
        var found = find("errors of checkout " + words.toLowerCase(java.util.Locale.ROOT));

        assertThat(FollowUpsTest.words(found.window())).isEqualTo(window);
        assertThat(found.rest()).isEqualTo("errors of checkout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how long since the last deploy",
                "when was the last restart",
                "is port 5432 open on orders-db:5432",
                "top 5 hosts",
                "2 of 3 regions",
                "errors on page 2",
                "what changed",
                "the first 10 lines of the log",
                "did instances go from five to two"
            })
    void namesNoTime(String words) {
        assertThat(find(words)).isEqualTo(new Found(words, new Window.Usual()));
    }

    /** What is left of a text, and the time that was in it. */
    private record Found(String rest, Window window) {}

    private static Found find(String text) {
        var times = new TimesFinder(READER, _ -> 1).in(text, Landmarks.atTheStart(NOW, PAGED_AT));
        return new Found(times.rest(), times.ofAll());
    }

    private static Window window(String text) {
        return find(text).window();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
