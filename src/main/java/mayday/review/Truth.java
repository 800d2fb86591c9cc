package mayday.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.Service;

/**
 * What was wrong, in the words in which somebody might write of it.
 *
 * @param explanation what happened, in two or three sentences
 * @param faults the kinds of fault; several if the cause is several faults together
 * @param places what the services are called in which they sat
 * @param changes what was changed, such as the version of a release; empty if no change carried it
 * @param began when it began
 */
public record Truth(
        String title,
        String explanation,
        List<FaultClass> faults,
        List<String> places,
        List<String> changes,
        Instant began) {
    public Truth {
        faults = List.copyOf(faults);
        places = List.copyOf(places);
        changes = List.copyOf(changes);
    }

    static Truth of(Scenario scenario, Cause cause, Instant began) {
        var places = new ArrayList<String>();
        for (var fault : cause.faults()) {
            var target = fault.fault().target();
            places.add(target.value());
            scenario.system().find(target).map(Truth::names).ifPresent(places::addAll);
        }
        return new Truth(
                cause.title(),
                cause.explanation(),
                cause.faults().stream()
                        .map(fault -> fault.fault().faultClass())
                        .distinct()
                        .toList(),
                places.stream().filter(name -> !name.isBlank()).distinct().toList(),
                cause.faults().stream()
                        .flatMap(fault -> carriers(scenario, fault))
                        .map(Change::subject)
                        .distinct()
                        .toList(),
                began);
    }

    private static Stream<Change> carriers(Scenario scenario, Cause fault) {
        return Stream.of(fault.changes(), scenario.changes(), scenario.system().changes())
                .flatMap(List::stream)
                .filter(change -> fault.carriedBy().contains(change.id()));
    }

    private static List<String> names(Service service) {
        var names = new ArrayList<>(service.aliases());
        names.add(service.title());
        return names;
    }

    public boolean isFalseAlarm() {
        return faults.contains(FaultClass.FALSE_ALARM);
    }
}
