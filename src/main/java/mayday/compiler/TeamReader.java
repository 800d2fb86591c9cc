package mayday.compiler;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.scenario.Fatigue;
import mayday.scenario.Hours;
import mayday.scenario.Shift;
import mayday.scenario.Team;
import mayday.scenario.TeamId;

/** Reads the teams of a system: who is on call when, how quick they are, and how they tire. */
final class TeamReader {
    private static final Range RESPONDS = Range.seconds(0, 3_600);
    private static final Range PAGES = Range.count(1, 100);
    private static final Range AFTER = Range.seconds(60, 24 * 3_600);
    private static final Range SLOWER = Range.number(1, 10);
    private static final int MINUTES_A_DAY = 24 * 60;

    private final Problems problems;
    private final Scalars scalars;

    TeamReader(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Team read(Entry entry) {
        var fields = Fields.of(entry, "team", problems);
        var responds = fields.countOr("responds", RESPONDS, 300);
        var team = new Team(
                new TeamId(entry.key().text()),
                fields.line("title"),
                shifts(fields),
                fields.words("aliases"),
                responds,
                hours(fields, zone(fields), responds),
                fatigue(fields),
                fields.find("hand-over")
                        .map(value -> scalars.prose(value, "hand-over").text())
                        .orElse(""));
        fields.end();
        return team;
    }

    /** One person by name, or several with their times, which cover the day. */
    private List<Shift> shifts(Fields fields) {
        if (!(fields.find("on-call").orElse(null) instanceof Items)) {
            return List.of(new Shift(fields.line("on-call"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        }
        var shifts = new ArrayList<Shift>();
        for (var value : fields.items("on-call")) {
            var shift = Fields.of(value, "shift", problems);
            shifts.add(new Shift(shift.line("name"), time(shift.name("from")), time(shift.name("until"))));
            shift.end();
        }
        uncovered(shifts)
                .ifPresent(
                        time -> problems.error(
                                fields.placeOf("on-call"),
                                "nobody-on-call",
                                "nobody is on call at " + time,
                                "let the shifts cover the day; one may end after midnight: `from: \"16:00\", until: \"08:00\"`"));
        return shifts.isEmpty() ? List.of(new Shift("", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)) : shifts;
    }

    private static Optional<LocalTime> uncovered(List<Shift> shifts) {
        for (var minute = 0; minute < MINUTES_A_DAY; minute++) {
            var time = LocalTime.MIDNIGHT.plusMinutes(minute);
            if (shifts.stream().noneMatch(shift -> shift.covers(time))) {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    private LocalTime time(Text text) {
        var time = Moments.time(text.text());
        if (time.isEmpty() && !Scalars.isUnusable(text)) {
            problems.error(
                    text.place(),
                    "bad-moment",
                    "`" + text.text() + "` is no time of the day",
                    "write it like `\"14:06\"`, in the team's time zone");
        }
        return time.orElse(LocalTime.MIDNIGHT);
    }

    private ZoneId zone(Fields fields) {
        if (!fields.has("zone")) {
            return ZoneOffset.UTC;
        }
        var text = fields.name("zone");
        try {
            return ZoneId.of(text.text());
        } catch (DateTimeException noSuchZone) {
            problems.error(
                    text.place(),
                    "unknown-zone",
                    "there is no time zone `" + text.text() + "`",
                    Suggestions.nearest(text.text(), ZoneId.getAvailableZoneIds()));
            return ZoneOffset.UTC;
        }
    }

    private Hours hours(Fields fields, ZoneId zone, int responds) {
        var value = fields.find("hours");
        if (value.isEmpty()) {
            return Hours.aroundTheClock(zone);
        }
        var hours = Fields.of(value.get(), "hours", problems);
        var read = new Hours(zone, time(hours.name("from")), time(hours.name("until")), days(hours), (int)
                hours.duration("outside", RESPONDS).toSeconds());
        if (hours.has("outside") && read.outsideSeconds() < responds) {
            problems.error(
                    hours.placeOf("outside"),
                    "out-of-range",
                    "outside their hours people are not quicker than `responds`, which is " + responds + "s");
        }
        hours.end();
        return read;
    }

    private List<DayOfWeek> days(Fields hours) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var text : hours.lines("days")) {
            days.add(scalars.choice(text, "day", DayOfWeek.class));
        }
        return days.isEmpty() ? List.of(DayOfWeek.values()) : List.copyOf(days);
    }

    private Fatigue fatigue(Fields fields) {
        var value = fields.find("tires");
        if (value.isEmpty()) {
            return Fatigue.NONE;
        }
        var tires = Fields.of(value.get(), "tires", problems);
        if (!tires.has("pages") && !tires.has("after")) {
            problems.error(
                    value.get().place(), "missing-key", "`tires` says after how many `pages`, or `after` which time");
        }
        var read = new Fatigue(
                tires.countOr("pages", PAGES, Fatigue.NONE.pages()),
                tires.durationOr("after", AFTER, Fatigue.NONE.after()),
                tires.number("slower", SLOWER));
        tires.end();
        return read;
    }
}
