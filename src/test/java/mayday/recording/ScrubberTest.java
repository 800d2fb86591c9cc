package mayday.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mayday.recording.Scrubber.Example;
import mayday.recording.Scrubber.Found;
import mayday.recording.Scrubber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not get out becomes a stand-in, always the same one; all else stays. */
class ScrubberTest {
    private static String scrubbed(String text) {
        return new Scrubber(List.of("acme.com"), false).scrub(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from 10.1.2.3:8080 and /10.1.2.3|from 192.0.2.1:8080 and /192.0.2.1",
                "10.1.2.3 called 10.9.9.9, 10.1.2.3|192.0.2.1 called 192.0.2.2, 192.0.2.1",
                "{\"msg\":\"down\\n10.1.2.3\"}|{\"msg\":\"down\\n192.0.2.1\"}",
                "ip-10-1-2-3.eu-west-1.compute.internal|ip-192-0-2-1.eu-west-1.compute.internal",
                "[fe80::1ff:fe23:4567:890a]:443|[2001:db8::1]:443",
                "jane.doe+x@mail.acme.co.uk failed|user-1@example.com failed",
                "db-1.prod.acme.com, acme.com and DB-1.prod.acme.com|host-1.example.com, host-2.example.com and host-1.example.com",
                "at com.acme.Pool.take|at com.example.Pool.take",
                "Authorization: Bearer abc123def456ghi789|Authorization: Bearer [token-1]",
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl!|jwt [token-1]!",
                "key AKIAABCDEFGHIJKLMNOP used|key [token-1] used",
                "postgres://app:s3cr3t@db:5432/x|postgres://app:[secret-1]@db:5432/x",
                "GET /x?password=hunter2&a=1|GET /x?password=[secret-1]&a=1",
                "{\"api_key\":\"k-12345\"}|{\"api_key\":\"[secret-1]\"}",
            })
    void standInsTakeTheirPlace(String text, String expected) {
        assertThat(scrubbed(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-01T12:00:00.123Z INFO took 10.5 ms, version 1.2.3",
                "127.0.0.1:80 0.0.0.0 192.0.2.7 2001:db8::7 ::1 user-1@example.com",
                "std::fmt::Display Foo::Bar aa:bb:cc:dd:ee:ff 12:03:04",
                "password: incorrect for user; basic authentication failed",
                "oid 1.3.6.1.4.1.311 acme.community notacme.com",
                "request 5f0c1e9a-1b2c-4d3e-8f90-123456789abc",
                "password=****** [token-1]"
            })
    void whatIsNoneOfTheseStays(String text) {
        assertThat(scrubbed(text)).isEqualTo(text);
    }

    @Test
    void scrubbingTwiceChangesNothingMore() {
        var once = scrubbed(
                "jane@acme.com from 10.0.0.1 with Bearer abc123def456ghi789 at acme.com, https://u:p4ss@acme.com/");

        assertThat(scrubbed(once)).isEqualTo(once);
    }

    @Test
    void uuidsAreReplacedWhereThatIsWanted() {
        assertThat(new Scrubber(List.of(), true).scrub("request 5f0c1e9a-1b2c-4d3e-8f90-123456789abc"))
                .isEqualTo("request 00000000-0000-4000-8000-000000000001");
    }

    @Test
    void aThousandAddressesHaveAThousandStandIns() {
        var scrubber = new Scrubber(List.of(), false);
        var standIns = java.util.stream.IntStream.range(0, 1_000)
                .mapToObj(i -> scrubber.scrub("10.0." + i / 250 + "." + i % 250))
                .distinct()
                .toList();

        assertThat(standIns)
                .hasSize(1_000)
                .startsWith("192.0.2.1")
                .contains("192.0.2.254", "198.51.100.1", "203.0.113.254", "198.18.0.1");
    }

    @Test
    void whatWasReplacedIsTold() {
        var scrubber = new Scrubber(List.of(), false);
        scrubber.scrub("10.20.30.40 and 10.20.30.40 wrote to jane.doe@acme.com");

        assertThat(scrubber.found())
                .containsExactly(
                        new Found(Kind.EMAIL, 1, 1, List.of(new Example("ja•••om", "user-1@example.com"))),
                        new Found(Kind.IPV4, 2, 1, List.of(new Example("10•••40", "192.0.2.1"))));
    }
}
