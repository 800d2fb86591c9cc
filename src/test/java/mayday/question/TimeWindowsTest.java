package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mayday.evidence.Window;
import org.junit.jupiter.api.Test;

class TimeWindowsTest {
    private static final Instant PAGED_AT = Instant.parse("2026-03-10T14:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-10T14:05:00Z");

    @Test
    void aStretchBeforeNow() {
        assertThat(find("deploys in the last 24 hours"))
                .isEqualTo(new TimeWindows.Found("deploys", new Window.Last(Duration.ofHours(24))));
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
                .isEqualTo(new TimeWindows.Found("when was checkout last deployed", new Window.Usual()));
        assertThat(window("errors at 25:99")).isEqualTo(new Window.Usual());
    }

    @Test
    void nobodyLooksBackForever() {
        assertThat(window("errors in the last 9999 weeks")).isEqualTo(new Window.Last(TimeWindows.LONGEST));
    }

    private static TimeWindows.Found find(String text) {
        return TimeWindows.find(text, NOW, PAGED_AT);
    }

    private static Window window(String text) {
        return find(text).window();
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
