package mayday.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.Person;
import mayday.scenario.Scenario;
import mayday.scenario.Shift;

/** The names of the people in and around an incident, as somebody might write them. */
final class Names {
    /** Two words with capitals or more: {@code Priya Raman}, not {@code orders pipeline}. */
    private static final Pattern FULL_NAME = Pattern.compile("\\p{Lu}\\S+(?:\\s+\\p{Lu}\\S+)+");

    /** Shorter ones are also syllables. */
    private static final int LEAST_CHARACTERS = 3;

    private static final Set<String> ROLES = Set.of("facilitator", "learner", "you");

    private Names() {}

    /** Full names first, then the parts by which people are called. */
    static List<String> of(Incident incident) {
        var scenario = incident.scenario();
        var full = new LinkedHashSet<String>();
        participants(incident).map(Participant::name).forEach(full::add);
        scenario.system().teams().stream()
                .flatMap(team -> team.shifts().stream())
                .map(Shift::name)
                .forEach(full::add);
        scenario.organisation().people().stream().map(Person::title).forEach(full::add);
        scenario.messages().forEach(message -> full.add(message.from()));
        changes(scenario)
                .map(change -> bare(change.by()))
                .filter(name -> FULL_NAME.matcher(name).matches())
                .forEach(full::add);
        var things = things(scenario);
        var names = new LinkedHashSet<String>();
        full.stream().map(Names::bare).filter(name -> isName(name, things)).forEach(names::add);
        full.stream()
                .map(Names::bare)
                .filter(name -> FULL_NAME.matcher(name).matches())
                .map(name -> name.split("\\s+")[0])
                .filter(name -> isName(name, things))
                .forEach(names::add);
        return new ArrayList<>(names);
    }

    private static Stream<Participant> participants(Incident incident) {
        var mover = incident.history().stream()
                .map(Recorded::event)
                .flatMap(event -> event instanceof Event.ActionStarted started ? Stream.of(started.by()) : Stream.of());
        return Stream.concat(Stream.of(incident.opened().by()), mover);
    }

    private static Stream<Change> changes(Scenario scenario) {
        return Stream.of(
                        scenario.changes().stream(),
                        scenario.system().changes().stream(),
                        scenario.causes().stream().map(Cause::changes).flatMap(List::stream))
                .flatMap(changes -> changes);
    }

    /** {@code Kenji} of {@code Kenji (VP)}. */
    private static String bare(String title) {
        var role = title.indexOf('(');
        return (role < 0 ? title : title.substring(0, role)).strip();
    }

    /** What else is called so: a learner who calls himself Edge is no reason to complain about the edge. */
    private static Set<String> things(Scenario scenario) {
        var things = new TreeSet<String>(ROLES);
        for (var service : scenario.system().services()) {
            things.add(service.id().value());
            things.add(service.title().toLowerCase(Locale.ROOT));
            service.aliases().forEach(alias -> things.add(alias.toLowerCase(Locale.ROOT)));
        }
        for (var team : scenario.system().teams()) {
            things.add(team.id().value());
            things.add(team.title().toLowerCase(Locale.ROOT));
        }
        scenario.system().regions().forEach(region -> things.add(region.id().value()));
        scenario.organisation()
                .vendors()
                .forEach(vendor -> things.add(vendor.service().value()));
        return things;
    }

    private static boolean isName(String name, Set<String> things) {
        return name.length() >= LEAST_CHARACTERS
                && Character.isUpperCase(name.codePointAt(0))
                && !things.contains(name.toLowerCase(Locale.ROOT));
    }
}
