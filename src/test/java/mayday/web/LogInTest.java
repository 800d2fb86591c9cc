package mayday.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import mayday.account.Accounts.Wanted;
import mayday.account.Changed;
import mayday.incident.IncidentId;
import mayday.journal.Account;
import mayday.journal.DataUnusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facilitators log in on a page, stay logged in for a while, and manage their accounts. */
class LogInTest {
    private static final String[] OWN = {"Sec-Fetch-Site", "same-origin"};

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Caller caller;

    @BeforeEach
    void serve() throws DataUnusable {
        served = Served.in(folder);
        caller = served.somebody();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private static Caller.Answer logIn(Caller caller, String name, String password) {
        return caller.submit("/login", Map.of("name", name, "password", password), OWN);
    }

    private Caller loggedIn() {
        var facilitator = served.somebody();
        assertThat(logIn(facilitator, "facilitator", Served.PASSWORD).status()).isEqualTo(303);
        return facilitator;
    }

    /** A second facilitator. */
    private Account ada() {
        var self = served.accounts.verify("facilitator", Served.PASSWORD).orElseThrow();
        return ((Changed.Done) served.accounts.make(self, new Wanted("ada", "Ada Lovelace", "difference"))).account();
    }

    private static String cookie(Caller caller) {
        return caller.cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(Sessions.COOKIE))
                .map(each -> Sessions.COOKIE + "=" + each.getValue())
                .findFirst()
                .orElse("");
    }

    private static boolean facilitates(Caller caller) {
        return caller.get("/api/v1/account").status() == 200;
    }

    private boolean isGood(String cookie) {
        return served.somebody().get("/api/v1/account", "Cookie", cookie).status() == 200;
    }

    @Test
    void whoWantsAPageForFacilitatorsLogsInAndGetsThere() {
        var there = "/studio/elevated-500s?cause=bad-release";
        var sent = caller.get(there);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("/login?to=" + URLEncoder.encode(there, UTF_8));
        var page = caller.get(sent.header("Location")).page();
        var fields = new HashMap<>(Map.of("name", " Facilitator", "password", Served.PASSWORD));
        fields.put("to", page.select("[name=to]").val());
        var answer = caller.submit(page.select("main form").attr("action"), fields, OWN);
        assertThat(answer.header("Location")).isEqualTo(there);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("mayday-facilitator=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .contains("Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(caller.get(there).status()).isEqualTo(200);
        var header = caller.get("/").page().select("header");
        assertThat(header.select(".me-link").text()).isEqualTo("Your account: Facilitator");
        assertThat(header.select("nav a").eachAttr("href")).contains("/studio", "/account");
    }

    @Test
    void underTlsTheCookieIsForTlsAlone() {
        var fields = Map.of("name", "facilitator", "password", Served.PASSWORD);
        assertThat(caller.submit("/login", fields, "X-Forwarded-Proto", "https").header("Set-Cookie"))
                .contains("Secure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: a=b",
                "/\t/elsewhere.example",
                "elsewhere",
                ""
            })
    void aLogInLeadsNowhereElse(String to) {
        var fields = Map.of("name", "facilitator", "password", Served.PASSWORD, "to", to);
        assertThat(caller.submit("/login", fields, OWN).header("Location")).isEqualTo("/");
        assertThat(served.somebody()
                        .get("/login?to=" + URLEncoder.encode(to, UTF_8))
                        .page()
                        .select("[name=to]")
                        .val())
                .isEqualTo("/");
    }

    @Test
    void aWrongPasswordAndANameThatIsNotThereAreToldAlike() {
        var ada = ada();
        served.accounts.disable(
                served.accounts.verify("facilitator", Served.PASSWORD).orElseThrow(), ada, true);
        for (var name : new String[] {"facilitator", "nobody", "ada"}) {
            var answer = logIn(served.somebody(), name, "difference");
            assertThat(answer.status()).as(name).isEqualTo(422);
            assertThat(answer.page().select("[role=alert]").text()).isEqualTo("The name or the password is wrong.");
            assertThat(answer.page().select("[name=name]").val()).isEqualTo(name);
            assertThat(answer.page().select("[name=password]").val()).isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void guessesFromOneAddressAreHeldUpWhicheverNameTheyTry() {
        for (var guess = 0; guess < 10; guess++) {
            assertThat(logIn(caller, "name" + guess, "guess").status()).isEqualTo(422);
        }
        served.passes(Duration.ofSeconds(20));
        var held = logIn(caller, "facilitator", Served.PASSWORD);
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.header("Retry-After")).isEqualTo("40");
        assertThat(held.page().select("main p").eachText().getFirst())
                .isEqualTo("Too many wrong passwords. Wait a minute.");
        served.passes(Duration.ofSeconds(40));
        assertThat(logIn(caller, "facilitator", Served.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void rightPasswordsAreNotCounted() {
        for (var time = 0; time < 15; time++) {
            assertThat(logIn(served.somebody(), "facilitator", Served.PASSWORD).status())
                    .isEqualTo(303);
        }
    }

    @Test
    void loggingOutEndsTheSessionAlsoForACopyOfItsCookie() {
        var facilitator = loggedIn();
        var other = loggedIn();
        var copy = cookie(facilitator);
        assertThat(isGood(copy)).isTrue();
        assertThat(facilitator.submit("/logout", Map.of(), OWN).header("Location"))
                .isEqualTo("/login");
        assertThat(cookie(facilitator)).isEmpty();
        assertThat(isGood(copy)).isFalse();
        assertThat(facilitates(other)).as("another session of theirs").isTrue();
    }

    @Test
    void aSessionThatIsNotUsedEndsAfterTwoHours() {
        var facilitator = loggedIn();
        var first = cookie(facilitator);
        served.passes(Duration.ofMinutes(4));
        assertThat(facilitates(facilitator)).isTrue();
        assertThat(cookie(facilitator)).as("too early to be renewed").isEqualTo(first);
        served.passes(Duration.ofMinutes(115));
        assertThat(facilitates(facilitator)).isTrue();
        assertThat(cookie(facilitator)).as("renewed").isNotEqualTo(first);
        served.passes(Duration.ofMinutes(2));
        assertThat(isGood(first)).as("as it was two hours ago").isFalse();
        assertThat(facilitates(facilitator)).isTrue();
        served.passes(Duration.ofHours(2));
        assertThat(facilitates(facilitator)).isFalse();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        var facilitator = loggedIn();
        for (var hour = 1; hour < 12; hour++) {
            served.passes(Duration.ofHours(1));
            assertThat(facilitates(facilitator)).as("after hour " + hour).isTrue();
        }
        served.passes(Duration.ofHours(1));
        assertThat(facilitates(facilitator)).isFalse();
    }

    @Test
    void aSessionSurvivesARestart() throws DataUnusable {
        var cookie = cookie(loggedIn());
        served.close();
        served = Served.in(folder);
        assertThat(isGood(cookie)).isTrue();
    }

    @Test
    void anotherPasswordInTheEnvironmentEndsSessions() throws DataUnusable {
        var cookie = cookie(loggedIn());
        served.close();
        served = Served.in(folder, new Served.Start("battery staple", false));
        assertThat(isGood(cookie)).isFalse();
        assertThat(logIn(served.somebody(), "facilitator", "battery staple").status())
                .isEqualTo(303);
    }

    @Test
    void anotherPasswordEndsAllSessionsButTheOneThatChangedIt() {
        var here = loggedIn();
        var there = loggedIn();
        assertThat(here.submit("/account/password", Map.of("current", "guess", "password", "tea at four"), OWN)
                        .page()
                        .select("#pw-error")
                        .text())
                .isEqualTo("That is not your present password.");
        assertThat(here.submit("/account/password", Map.of("current", Served.PASSWORD, "password", "short"), OWN)
                        .page()
                        .select("#pw-error")
                        .text())
                .isEqualTo("The password has 5 characters; at least 8 are needed.");
        var form = Map.of("current", Served.PASSWORD, "password", "tea at four");
        assertThat(here.submit("/account/password", form, OWN).header("Location"))
                .isEqualTo("/account?done=password");
        assertThat(facilitates(here)).isTrue();
        assertThat(facilitates(there)).isFalse();
        assertThat(logIn(served.somebody(), "facilitator", Served.PASSWORD).status())
                .isEqualTo(422);
    }

    @Test
    void aColleagueIsAddedDisabledAndEnabled() {
        var facilitator = loggedIn();
        var bad = Map.of("name", "a b", "displayName", "A<b>", "password", "difference");
        var refused = facilitator.submit("/account/facilitators", bad, OWN);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#made-error").text()).startsWith("The log-in name must be 1 to 60 letters");
        assertThat(refused.page().select("#new-display").val()).isEqualTo("A<b>");

        var form = Map.of("name", "Ada", "displayName", "Ada Lovelace", "password", "difference");
        assertThat(facilitator.submit("/account/facilitators", form, OWN).header("Location"))
                .isEqualTo("/account?done=made");
        var ada = served.somebody();
        assertThat(logIn(ada, "ada", "difference").status()).isEqualTo(303);
        var disable = facilitator
                .get("/account")
                .page()
                .select("form[action$=/disable]")
                .attr("action");
        assertThat(facilitator.submit(disable, Map.of(), OWN).status()).isEqualTo(303);
        assertThat(facilitates(ada)).as("at once").isFalse();
        var row = facilitator.get("/account").page().select(".acc-l tr:contains(Ada)");
        assertThat(row.text()).contains("Disabled");
        facilitator.submit(row.select("form").eachAttr("action").getFirst(), Map.of(), OWN);
        assertThat(facilitates(ada)).as("an old session").isFalse();
        assertThat(logIn(ada, "ada", "difference").status()).isEqualTo(303);
    }

    @Test
    void theFirstFacilitatorMakesTheirAccountWithTheLink() throws DataUnusable {
        served.close();
        served = Served.in(folder.resolve("new"), new Served.Start("", false));
        var first = served.somebody();
        assertThat(first.get("/login").page().select(".note").text()).startsWith("Nobody can log in yet");
        assertThat(first.get("/api/v1/account").json().get("detail").asString())
                .startsWith("This server has no facilitator yet.");
        var link =
                "/facilitators/first?token=" + served.accounts.openFirstLink().orElseThrow();
        assertThat(first.get("/facilitators/first?token=guess").status()).isEqualTo(404);
        var page = first.get(link).page();
        var form = new HashMap<>(Map.of("name", "ada", "displayName", "Ada", "password", "short"));
        form.put("token", page.select("[name=token]").val());
        assertThat(first.submit("/facilitators/first", form, OWN)
                        .page()
                        .select("#first-error")
                        .text())
                .isEqualTo("The password has 5 characters; at least 8 are needed.");
        form.put("password", "difference");
        assertThat(first.submit("/facilitators/first", form, OWN).header("Location"))
                .isEqualTo("/account");
        assertThat(first.get("/account").status()).isEqualTo(200);
        assertThat(served.somebody().get(link).status()).isEqualTo(404);
        assertThat(served.somebody().submit("/facilitators/first", form, OWN).status())
                .isEqualTo(404);
    }

    @Test
    void whatFacilitatorsDoCarriesTheirNameAndIsInTheAuditTrail() {
        ada();
        var ada = served.somebody();
        logIn(ada, "ada", "wrong");
        logIn(ada, "ada", "difference");
        var incident = caller.open();
        assertThat(ada.post(incident + "/questions", "{'text': 'error rate of edge'}", OWN)
                        .status())
                .isEqualTo(200);
        var id = new IncidentId(incident.replace("/api/v1/incidents/", ""));
        assertThat(served.journal.read(id, 0).toString()).contains("name=Ada Lovelace");
        assertThat(caller.post(incident + "/close", "{'statement': 'done'}").status())
                .isEqualTo(200);
        var override = incident + "/debrief/overrides/scope-first";
        assertThat(ada.send("PUT", override, "{\"score\": 70, \"reason\": \"Asked aloud.\"}", json())
                        .status())
                .isEqualTo(200);
        assertThat(caller.get(incident + "/debrief").body()).contains("\"by\":\"Ada Lovelace\"");

        var rows = ada.get("/account/audit").page().select("tbody tr").eachText();
        assertThat(rows.getFirst())
                .contains("Ada Lovelace Score overridden incident")
                .contains("Asked aloud.");
        assertThat(rows.get(1)).contains("Ada Lovelace Logged in ada from 127.0.0.1");
        assertThat(rows.get(2)).contains("somebody, as ada Log in failed from 127.0.0.1");
        var json = ada.get("/api/v1/audit?before=4").json();
        assertThat(json.at("/entries/0/what").asString()).isEqualTo("log-in-failed");
        assertThat(json.at("/entries/0/by/id").asString()).isEmpty();
    }

    private static String[] json() {
        return new String[] {OWN[0], OWN[1], "Content-Type", "application/json"};
    }

    @Test
    void whatIsTriedAsANameIsShownAsItIs() {
        logIn(caller, "<script>alert(1)</script>\u0007" + "x".repeat(100), "guess");
        var row = loggedIn().get("/account/audit").page().select("tr:contains(Log in failed)");
        assertThat(row.text())
                .contains("somebody, as <script>alert(1)</script>x")
                .doesNotContain("\u0007");
    }

    @Test
    void aProgramManagesAccountsByTheApi() {
        var basic = new String[] {"Authorization", basic("facilitator", Served.PASSWORD)};
        var made = caller.post("/api/v1/facilitators", "{'name': 'ada', 'password': 'difference'}", basic);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("displayName").asString()).isEqualTo("ada");
        assertThat(made.body()).doesNotContain("argon2").doesNotContain("difference");
        var taken = caller.post("/api/v1/facilitators", "{'name': 'ADA', 'password': 'difference'}", basic);
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
        var path = "/api/v1/facilitators/" + made.json().get("id").asString();
        var ada = new String[] {"Authorization", basic("ada", "difference")};
        assertThat(caller.get("/api/v1/account", ada).json().get("name").asString())
                .isEqualTo("ada");
        var put = caller.send(
                "PUT",
                path + "/password",
                "{\"password\": \"analytical\"}",
                basic[0],
                basic[1],
                "Content-Type",
                "application/json");
        assertThat(put.status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/account", ada).status()).isEqualTo(401);
        assertThat(caller.get("/api/v1/facilitators", basic).json()).hasSize(2);
    }

    @Test
    void aStreamEndsWithTheSession() {
        var incident = caller.open();
        var facilitator = loggedIn();
        assertThatThrownBy(() -> facilitator.listen(
                        incident + "/events",
                        line -> line.equals(": listening")
                                && facilitator.submit("/logout", Map.of(), OWN).status() != 303))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the stream ended");
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    @Test
    void behindAProxyAddressesAreTheOnesThatItSaw() throws DataUnusable {
        served.close();
        served = Served.in(folder, new Served.Start(Served.PASSWORD, true));
        var proxied = served.somebody();
        var form = Map.of("name", "nobody", "password", "guess");
        for (var guess = 0; guess < 10; guess++) {
            // What the caller says of itself stands before what the proxy saw.
            proxied.submit("/login", form, "X-Forwarded-For", "10.0.0." + guess + ", 192.0.2.1");
        }
        var right = Map.of("name", "facilitator", "password", Served.PASSWORD);
        assertThat(proxied.submit("/login", right, "X-Forwarded-For", "192.0.2.1")
                        .status())
                .isEqualTo(429);
        assertThat(proxied.submit("/login", right, "X-Forwarded-For", "192.0.2.1, 192.0.2.2")
                        .status())
                .isEqualTo(303);
        for (var guess = 0; guess < 10; guess++) {
            proxied.submit(
                    "/login", Map.of("name", "n" + guess, "password", "g"), "X-Forwarded-For", "2001:db8::" + guess);
        }
        assertThat(proxied.submit("/login", right, "X-Forwarded-For", "2001:db8::ffff:1")
                        .status())
                .as("another address of the same network")
                .isEqualTo(429);
    }

    @Test
    void withoutAProxyNobodyChoosesTheirAddress() {
        for (var guess = 0; guess < 10; guess++) {
            caller.submit("/login", Map.of("name", "n", "password", "g"), "X-Forwarded-For", "192.0.2." + guess);
        }
        var right = Map.of("name", "facilitator", "password", Served.PASSWORD);
        assertThat(caller.submit("/login", right, "X-Forwarded-For", "192.0.2.99")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void guessingAtANameFromManyAddressesLocksOutNobodyWhoWasThereBefore() throws DataUnusable {
        served.close();
        served = Served.in(folder, new Served.Start(Served.PASSWORD, true));
        var home = new String[] {"X-Forwarded-For", "192.0.2.1"};
        var right = Map.of("name", "facilitator", "password", Served.PASSWORD);
        served.passes(Duration.ofHours(1));
        assertThat(served.somebody().submit("/login", right, home).status()).isEqualTo(303);
        for (var guess = 0; guess < 10; guess++) {
            served.somebody()
                    .submit(
                            "/login",
                            Map.of("name", "Facilitator", "password", "g"),
                            "X-Forwarded-For",
                            "198.51.100." + guess);
        }
        served.passes(Duration.ofSeconds(1));
        assertThat(served.somebody()
                        .submit("/login", right, "X-Forwarded-For", "203.0.113.5")
                        .status())
                .as("from elsewhere")
                .isEqualTo(429);
        assertThat(served.somebody().submit("/login", right, home).status()).isEqualTo(303);
    }
}
