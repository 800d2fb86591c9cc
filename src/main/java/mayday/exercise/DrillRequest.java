package mayday.exercise;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mayday.incident.OpeningRequest;
import mayday.incident.OpeningRequest.Mistake;
import mayday.incident.PlainText;
import mayday.incident.Terms;
import mayday.scenario.Scenario;
import mayday.scenario.Words;

/**
 * What a form or the API says about the drill that is to be made, in their words.
 *
 * @param minutes how long the teams have; empty for as long as the scenario says
 * @param speed incident time that passes in the same real time; empty for real time
 * @param roles {@code advised} or {@code enforced}; empty for {@code advised}
 * @param scoreboard {@code facilitator} or {@code everyone}; empty for {@code facilitator}
 * @param freezesAfter minutes after which the scoreboard stands still; empty for never
 * @param intel private intel by role, such as {@code scribe}
 */
public record DrillRequest(
        String title,
        OpeningRequest world,
        Teams teams,
        String minutes,
        String speed,
        String roles,
        String scoreboard,
        String freezesAfter,
        Map<String, String> intel) {
    /** Names for teams that have none. */
    private static final List<String> BIRDS = List.of(
            "Kestrel",
            "Heron",
            "Merlin",
            "Osprey",
            "Curlew",
            "Plover",
            "Siskin",
            "Wren",
            "Jackdaw",
            "Lapwing",
            "Dunlin",
            "Avocet",
            "Petrel",
            "Fulmar",
            "Gannet",
            "Bittern",
            "Nuthatch",
            "Redstart",
            "Swift",
            "Teal");

    public DrillRequest {
        intel = Map.copyOf(intel);
    }

    /**
     * Which teams there are: by name, or as many as so many people need.
     *
     * @param names empty: the drill is split by size
     * @param people how many are expected
     * @param size people a team
     */
    public record Teams(List<String> names, String people, String size) {
        public Teams {
            names = names.stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }
    }

    /** What became of the words. */
    public sealed interface Reading {}

    /** They say what to make. */
    public record Parsed(Plan plan, List<String> teams, Map<Role, String> intel) implements Reading {
        public Parsed {
            teams = List.copyOf(teams);
            intel = Map.copyOf(intel);
        }
    }

    /** They do not: every mistake in them, at least one. */
    public record Rejected(List<Mistake> mistakes) implements Reading {
        public Rejected {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * Reads the words. Pure.
     *
     * @param playable the scenarios to choose from
     * @param rubrics the ids of the rubrics to choose from
     * @param drawn the seed if none is said
     */
    public Reading read(Collection<Scenario> playable, List<String> rubrics, long drawn) {
        var mistakes = new ArrayList<Mistake>();
        text("title", title.strip(), DrillLimits.TITLE_CHARACTERS, true, mistakes);
        var opening = world.read(playable, rubrics, drawn);
        if (opening instanceof OpeningRequest.Rejected(var wrong)) {
            mistakes.addAll(wrong);
        }
        var usual =
                opening instanceof OpeningRequest.Parsed what ? what.scenario().limit() : DrillLimits.SHORTEST;
        var limit = minutes.isBlank() ? usual : limit(mistakes);
        var pace = speed.isBlank() ? Terms.REAL_TIME : speed(mistakes);
        var binding = word("roles", Plan.RoleRule.class, roles, Plan.RoleRule.ADVISED, mistakes);
        var board = word("scoreboard", Plan.Board.class, scoreboard, Plan.Board.FACILITATOR, mistakes);
        var freezes = freezesAfter.isBlank() ? Duration.ZERO : freezes(limit, mistakes);
        var named = teams(mistakes);
        var told = intel(mistakes);
        if (!mistakes.isEmpty() || !(opening instanceof OpeningRequest.Parsed what)) {
            return new Rejected(mistakes);
        }
        var help = what.terms();
        var terms = new Terms(help.rubric(), help.hints(), help.coach(), pace, limit);
        return new Parsed(
                new Plan(
                        title.strip(), what.scenario().id(), what.seed(), what.cause(), binding, board, freezes, terms),
                named,
                told);
    }

    private Duration limit(List<Mistake> mistakes) {
        var least = DrillLimits.SHORTEST.toMinutes();
        var most = DrillLimits.LONGEST.toMinutes();
        return Duration.ofMinutes(whole("minutes", minutes, least, most, mistakes));
    }

    private Duration freezes(Duration limit, List<Mistake> mistakes) {
        var most = Math.max(1, limit.toMinutes() - 1);
        return Duration.ofMinutes(whole("freezesAfter", freezesAfter, 0, most, mistakes));
    }

    private static long whole(String where, String said, long least, long most, List<Mistake> mistakes) {
        var plain = said.strip();
        var number = plain.matches("[0-9]{1,6}") ? Long.parseLong(plain) : -1;
        if (number < least || number > most) {
            mistakes.add(new Mistake(where, said, "must be a whole number from " + least + " to " + most));
            return least;
        }
        return number;
    }

    private double speed(List<Mistake> mistakes) {
        var plain = speed.strip();
        var number = plain.matches("[0-9]{1,2}([.][0-9]{1,3})?") ? new BigDecimal(plain).doubleValue() : 0;
        if (!Terms.isSpeed(number)) {
            mistakes.add(new Mistake("speed", speed, "must be a number from 1 to " + (int) Terms.FASTEST));
            return Terms.REAL_TIME;
        }
        return number;
    }

    private static <E extends Enum<E>> E word(
            String where, Class<E> type, String said, E usual, List<Mistake> mistakes) {
        if (said.isEmpty()) {
            return usual;
        }
        var known = Arrays.stream(type.getEnumConstants()).map(Words::kebab).toList();
        return Words.parse(type, said).orElseGet(() -> {
            mistakes.add(new Mistake(where, said, "must be one of " + String.join(", ", known)));
            return usual;
        });
    }

    private List<String> teams(List<Mistake> mistakes) {
        return teams.names().isEmpty() ? bySize(mistakes) : named(mistakes);
    }

    private List<String> named(List<Mistake> mistakes) {
        var names = teams.names();
        if (names.size() > DrillLimits.TEAMS) {
            mistakes.add(
                    new Mistake("teams", "", "are " + names.size() + "; a drill has at most " + DrillLimits.TEAMS));
            return names;
        }
        var ids = new HashSet<DrillTeamId>();
        for (var name : names) {
            text("teams", name, DrillLimits.TEAM_NAME_CHARACTERS, true, mistakes);
            if (!ids.add(DrillTeamId.of(name, ids.size() + 1))) {
                mistakes.add(new Mistake("teams", name, "must have different names; " + name + " is there twice"));
            }
        }
        return names;
    }

    private List<String> bySize(List<Mistake> mistakes) {
        if (teams.people().isBlank() && teams.size().isBlank()) {
            mistakes.add(new Mistake(
                    "teams", "", "are missing; name them, or say how many people come and how many" + " make a team"));
            return List.of();
        }
        var before = mistakes.size();
        var most = DrillLimits.TEAMS * DrillLimits.PEOPLE_A_TEAM;
        var people = whole("people", teams.people(), 1, most, mistakes);
        var size = whole("teamSize", teams.size(), 1, DrillLimits.PEOPLE_A_TEAM, mistakes);
        var count = Math.ceilDiv(people, size);
        if (count > DrillLimits.TEAMS && mistakes.size() == before) {
            mistakes.add(new Mistake(
                    "teamSize",
                    teams.size(),
                    "would make " + count + " teams; a drill has at most " + DrillLimits.TEAMS));
        }
        return IntStream.range(0, (int) Math.min(count, BIRDS.size()))
                .mapToObj(BIRDS::get)
                .toList();
    }

    private Map<Role, String> intel(List<Mistake> mistakes) {
        var told = new EnumMap<Role, String>(Role.class);
        intel.forEach((word, said) -> {
            var where = "intel/" + word;
            var role = Words.parse(Role.class, word);
            if (role.isEmpty()) {
                mistakes.add(new Mistake(where, said, "is for no role; the roles are " + rolesInWords()));
            } else if (text(where, said.strip(), DrillLimits.INTEL_CHARACTERS, false, mistakes) && !said.isBlank()) {
                told.put(role.get(), said.strip());
            }
        });
        return told;
    }

    private static String rolesInWords() {
        return String.join(", ", Arrays.stream(Role.values()).map(Words::kebab).toList());
    }

    private static boolean text(String where, String said, int most, boolean needed, List<Mistake> mistakes) {
        var flaw = PlainText.flaw(said);
        var wrong = needed && said.isEmpty()
                ? "is missing"
                : said.length() > most
                        ? "is " + said.length() + " characters long; at most " + most + " are taken"
                        : flaw.isEmpty() ? "" : "has " + flaw;
        if (!wrong.isEmpty()) {
            mistakes.add(new Mistake(where, said, wrong));
        }
        return wrong.isEmpty();
    }
}
