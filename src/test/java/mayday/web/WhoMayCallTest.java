package mayday.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mayday.account.Accounts.Wanted;
import mayday.account.Changed;
import mayday.journal.Account;
import mayday.journal.DataUnusable;
import mayday.studio.Folders;
import mayday.web.Routes.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who may call what: every route, called by everybody. A route that {@link RouteAccess} does not know fails, so nobody adds one without
 * saying whom it is for.
 */
class WhoMayCallTest {
    private static final String NO_INCIDENT = "There is no such incident here. It may belong to somebody else.";
    private static final String NO_DRILL = "There is no such drill here, or you have no seat in it.";
    private static final String[] OWN = {"Sec-Fetch-Site", "same-origin"};
    private static final List<String[]> FORGED = List.of(
            new String[] {"Sec-Fetch-Site", "cross-site", "Origin", "https://elsewhere.example"},
            new String[] {"Sec-Fetch-Site", "same-site", "Origin", "https://sister.example"},
            new String[] {"Origin", "https://elsewhere.example"},
            new String[] {"Origin", "null"},
            new String[] {});

    @TempDir
    Path data = Path.of("");

    @TempDir
    Path scenarios = Path.of("");

    private Served served;
    private Caller owner;
    private String incident = "";
    private String drill = "";

    @BeforeEach
    void serve() throws DataUnusable, IOException {
        Folders.copy("elevated-500s", "storefront", scenarios);
        Folders.copy("slow-leak", "streaming", scenarios);
        served = Served.in(data, scenarios);
        owner = served.somebody();
        incident = owner.open().replace("/api/v1/incidents/", "");
        drill = DrillParty.in(served).id;
    }

    @AfterEach
    void stop() {
        served.close();
    }

    /** Somebody who calls, and what they send with each request. */
    private record Person(Caller caller, List<String> headers) {
        Person(Caller caller, String... headers) {
            this(caller, List.of(headers));
        }
    }

    private Person person(Who who) {
        return switch (who) {
            case ANONYMOUS -> new Person(served.somebody(), OWN);
            case OWNER -> new Person(owner, OWN);
            case OTHER_LEARNER -> {
                var other = served.somebody();
                other.open();
                yield new Person(other, OWN);
            }
            case FACILITATOR -> new Person(loggedIn("facilitator", Served.PASSWORD), OWN);
            case PROGRAM -> {
                var credentials = ("facilitator:" + Served.PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                yield new Person(
                        served.somebody(),
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials));
            }
        };
    }

    private Caller loggedIn(String name, String password) {
        var caller = served.somebody();
        assertThat(caller.submit("/login", Map.of("name", name, "password", password), OWN)
                        .status())
                .isEqualTo(303);
        return caller;
    }

    static List<Route> routes() {
        Supplier<Premises> none = () -> {
            throw new AssertionError("no request is made");
        };
        var site = new Site(none, new Random(1), () -> Instant.EPOCH, false);
        var routes = new Routes(site, new Clients(() -> Instant.EPOCH), () -> Instant.EPOCH);
        return Stream.concat(routes.site().stream(), routes.api().stream()).toList();
    }

    private static String name(Route route) {
        return route.method().name() + " " + route.path();
    }

    private String path(Route route) {
        return path(route, incident).replace("{drill}", drill);
    }

    private static String path(Route route, String id) {
        return route.path()
                .replace("{id}", id)
                // What is deleted is another one than that which the other routes need.
                .replace("{scenario}", route.method().equals(HandlerType.DELETE) ? "slow-leak" : "elevated-500s")
                .replace("{system}", "storefront")
                .replace("{part}", "scope-first")
                .replace("{kind}", "roll-back")
                .replace("{file}", "scenario.json")
                .replaceAll("\\{(?!drill}).*?}", "1");
    }

    private static boolean isApi(Route route) {
        return route.path().startsWith("/api/");
    }

    private static boolean isMove(Route route) {
        return !route.method().equals(HandlerType.GET);
    }

    private static Caller.Answer call(Person person, Route route, String path) {
        var headers = new ArrayList<>(person.headers());
        headers.addAll(
                List.of("Content-Type", isApi(route) ? "application/json" : "application/x-www-form-urlencoded"));
        return person.caller()
                .send(
                        route.method().name(),
                        path,
                        isMove(route) && isApi(route) ? "{}" : "",
                        headers.toArray(String[]::new));
    }

    /** How somebody was answered, as far as who they are matters. */
    private static RouteAccess.Answered answered(Caller.Answer answer) {
        var toLogIn = answer.status() == 303 && answer.header("Location").startsWith("/login?to=");
        if (toLogIn || (answer.status() == 401 && answer.body().contains("You are not logged in"))) {
            return RouteAccess.Answered.LOG_IN;
        }
        if (answer.status() == 401) {
            return RouteAccess.Answered.NO_CREDENTIALS;
        }
        if (answer.status() == 403) {
            return RouteAccess.Answered.FORBIDDEN;
        }
        var isHidden = answer.body().contains(NO_INCIDENT) || answer.body().contains(NO_DRILL);
        return isHidden ? RouteAccess.Answered.HIDDEN : RouteAccess.Answered.SERVED;
    }

    @Test
    void everyRouteSaysWhomItIsFor() {
        var routed = routes().stream()
                .map(WhoMayCallTest::name)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        assertThat(RouteAccess.all().keySet()).isEqualTo(routed);
        assertThat(routed).hasSizeGreaterThan(100);
    }

    @Test
    void everybodyIsAnsweredOnEveryRouteAsTheTableSays() {
        var wrong = new LinkedHashMap<String, String>();
        var people = new EnumMap<Who, Person>(Who.class);
        for (var route : routes()) {
            var access = RouteAccess.of(name(route));
            for (var who : Who.values()) {
                // Wrong passwords are among what is sent; nobody shall be held up by them.
                served.passes(Duration.ofMinutes(1));
                var answer = call(people.computeIfAbsent(who, this::person), route, path(route));
                var expected = access.to(who);
                if (answered(answer) != expected || answer.status() >= 500) {
                    wrong.put(
                            name(route) + " by " + who,
                            expected + " expected, was " + answered(answer) + " " + answer.status());
                }
            }
            if (isMove(route)) {
                // It may have logged them out, or given them something.
                people.clear();
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void anIncidentOfSomebodyElseCannotBeToldFromOneThatIsNotThere() {
        var other = person(Who.OTHER_LEARNER);
        var last = incident.charAt(incident.length() - 1);
        var guessed = List.of(
                incident.substring(0, incident.length() - 1) + (last == 'A' ? 'Q' : 'A'),
                incident.toLowerCase(java.util.Locale.ROOT) + "a",
                "1",
                "..",
                "%2e%2e",
                incident + "%20",
                "a".repeat(500));
        for (var route : routes()) {
            if (!route.path().contains("{id}")
                    || RouteAccess.of(name(route)).to(Who.OTHER_LEARNER) != RouteAccess.Answered.HIDDEN) {
                continue;
            }
            var theirs = call(other, route, path(route));
            assertThat(theirs.status()).isEqualTo(404);
            for (var id : guessed) {
                var answer = call(other, route, path(route, id));
                assertThat(answer.status()).as(name(route) + " " + id).isIn(404, 400, 405);
                if (id.length() == incident.length()) {
                    assertThat(answer.body()).isEqualTo(theirs.body());
                }
            }
        }
    }

    private static String cookie(Caller caller) {
        return caller.cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(Sessions.COOKIE))
                .map(each -> each.getValue())
                .collect(joining());
    }

    /** What a cookie is worth: pages, the API, and others' incidents. */
    private List<Integer> worth(String cookie) {
        return Stream.of("/studio", "/api/v1/account", "/api/v1/incidents/" + incident)
                .map(path -> served.somebody()
                        .get(path, "Cookie", Sessions.COOKIE + "=" + cookie)
                        .status())
                .toList();
    }

    private static final List<Integer> EVERYTHING = List.of(200, 200, 200);
    private static final List<Integer> NOTHING = List.of(303, 401, 404);

    @Test
    void aCookieWithOneBitFlippedIsWorthNothing() {
        var cookie = cookie(loggedIn("facilitator", Served.PASSWORD));
        assertThat(worth(cookie)).isEqualTo(EVERYTHING);
        for (var place = 0; place < cookie.length(); place++) {
            for (var bit = 1; bit < 128; bit <<= 1) {
                var letter = (char) (cookie.charAt(place) ^ bit);
                if (Character.isLetterOrDigit(letter) || letter == '.' || letter == '-' || letter == '_') {
                    var forged = cookie.substring(0, place) + letter + cookie.substring(place + 1);
                    assertThat(served.somebody()
                                    .get("/api/v1/account", "Cookie", Sessions.COOKIE + "=" + forged)
                                    .status())
                            .as(forged)
                            .isEqualTo(401);
                }
            }
        }
    }

    @Test
    void cookiesThatSomebodyMadeAreWorthNothing() {
        var genuine = cookie(loggedIn("facilitator", Served.PASSWORD));
        var text = genuine.substring(0, genuine.lastIndexOf('.'));
        var learner = owner.cookies.getCookieStore().getCookies().getFirst().getValue();
        var key = new byte[32];
        for (var forged : List.of(
                new Seal(() -> key, "mayday-facilitator:").seal(text),
                text,
                text + ".",
                "." + text,
                learner,
                "",
                "x",
                "....",
                genuine + "." + genuine)) {
            assertThat(worth(forged)).as(forged).isEqualTo(NOTHING);
        }
        assertThat(served.somebody()
                        .get("/api/v1/incidents/" + incident, "Cookie", Learners.COOKIE + "=" + genuine)
                        .status())
                .as("a facilitator's cookie for a learner's")
                .isEqualTo(404);
    }

    @Test
    void cookiesOfWhoIsDisabledOrOfAnEarlierPasswordOrTooOldAreWorthNothing() {
        var facilitator = served.accounts.verify("facilitator", Served.PASSWORD).orElseThrow();
        var ada = account(served.accounts.make(facilitator, new Wanted("ada", "", "difference")));
        var disabled = cookie(loggedIn("ada", "difference"));
        assertThat(worth(disabled)).isEqualTo(EVERYTHING);
        served.accounts.disable(facilitator, ada, true);
        assertThat(worth(disabled)).isEqualTo(NOTHING);

        var grace = account(served.accounts.make(facilitator, new Wanted("grace", "", "nanosecond")));
        var earlier = cookie(loggedIn("grace", "nanosecond"));
        served.accounts.setPassword(facilitator, grace, "microsecond");
        assertThat(worth(earlier)).isEqualTo(NOTHING);

        var old = cookie(loggedIn("facilitator", Served.PASSWORD));
        served.passes(Session.LONGEST_IDLE);
        assertThat(worth(old)).isEqualTo(NOTHING);
    }

    private static Account account(Changed changed) {
        return ((Changed.Done) changed).account();
    }

    /** Everything that a move could change, as far as anybody can see it. */
    private String state() throws IOException {
        var facilitator = person(Who.PROGRAM);
        var seen = new StringBuilder(Files.readString(scenarios.resolve("elevated-500s/scenario.yaml")));
        seen.append(Files.readString(scenarios.resolve("slow-leak/scenario.yaml")));
        for (var path : List.of("/api/v1/facilitators", "/api/v1/audit", "/api/v1/incidents/" + incident)) {
            seen.append(facilitator
                    .caller()
                    .get(path, facilitator.headers().toArray(String[]::new))
                    .body());
        }
        return seen.toString();
    }

    @Test
    void movesOfAFacilitatorAreNotTakenFromOtherSites() throws IOException {
        var facilitator = loggedIn("facilitator", Served.PASSWORD);
        var before = state();
        var moves = routes().stream().filter(WhoMayCallTest::isMove).toList();
        assertThat(moves).hasSizeGreaterThan(50);
        for (var route : moves) {
            for (var headers : FORGED) {
                if (headers.length == 0
                        && RouteAccess.of(name(route)).to(Who.ANONYMOUS) == RouteAccess.Answered.SERVED) {
                    // What anybody may do, a program may: it needs no cookie to be taken.
                    continue;
                }
                var answer = call(new Person(facilitator, headers), route, path(route));
                assertThat(answer.status())
                        .as(name(route) + " with " + List.of(headers))
                        .isEqualTo(403);
                assertThat(answer.header("Set-Cookie")).isEmpty();
            }
        }
        assertThat(state()).isEqualTo(before);
        assertThat(facilitator.get("/account").status()).as("still logged in").isEqualTo(200);
    }

    @Test
    void aProgramsPasswordInABrowserIsNotUsedByOtherSitesEither() throws IOException {
        var program = person(Who.PROGRAM);
        var before = state();
        for (var route : routes()) {
            if (isMove(route)) {
                var headers = new ArrayList<>(program.headers());
                headers.addAll(List.of(FORGED.getFirst()));
                var answer = call(new Person(program.caller(), headers.toArray(String[]::new)), route, path(route));
                assertThat(answer.status()).as(name(route)).isEqualTo(403);
            }
        }
        assertThat(state()).isEqualTo(before);
    }
}
