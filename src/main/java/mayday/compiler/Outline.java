package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.scenario.FaultClass;
import mayday.scenario.Level;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Words;

/**
 * What somebody says of a scenario that is to be begun, in words.
 *
 * @param causes each as {@code FAULT:SERVICE}, such as {@code bad-release:search}
 */
public record Outline(String id, String title, String level, String system, List<String> causes) {
    private static final int MOST_CHARACTERS = 200;

    public Outline {
        causes = List.copyOf(causes);
    }

    /** How it was understood. */
    public sealed interface Understood {
        /** It can be drawn. */
        record As(Sketch sketch) implements Understood {}

        /** It cannot, for reasons that are sentences. */
        record Flawed(List<String> why) implements Understood {
            public Flawed {
                why = List.copyOf(why);
            }
        }
    }

    /** A cause that was named in words. */
    public sealed interface Named {
        record As(Suspect suspect) implements Named {}

        /** It is not one, for a reason that is a sentence. */
        record Unclear(String why) implements Named {}
    }

    /** Looks up what it says among the systems that there are; all that is wrong is told at once. */
    public Understood understood(Systems systems) {
        if (Stream.concat(Stream.of(level, system), causes.stream())
                .anyMatch(said -> said.length() > MOST_CHARACTERS)) {
            return new Understood.Flawed(
                    List.of("A level, a system and a cause have at most " + MOST_CHARACTERS + " characters each."));
        }
        var hard = Words.parse(Level.class, level);
        var on = systems.find(system);
        var flaws = new ArrayList<String>();
        if (hard.isEmpty()) {
            flaws.add("The level is one of " + Words.all(Level.values()) + ", not \"" + level + "\".");
        }
        if (on.isEmpty()) {
            flaws.add("There is no system \"" + system + "\" without errors. There is "
                    + String.join(", ", systems.names()) + ".");
        }
        var suspects = new ArrayList<Suspect>();
        on.ifPresent(found -> causes.forEach(said -> {
            switch (suspect(found, said)) {
                case Named.As(var suspect) -> suspects.add(suspect);
                case Named.Unclear(var why) -> flaws.add(why);
            }
        }));
        if (!flaws.isEmpty() || hard.isEmpty() || on.isEmpty()) {
            return new Understood.Flawed(flaws);
        }
        var sketch = new Sketch(id, title, hard.get(), on.get(), suspects);
        return sketch.flaws().isEmpty() ? new Understood.As(sketch) : new Understood.Flawed(sketch.flaws());
    }

    /** The cause that {@code said} names on a system. */
    public static Named suspect(SimulatedSystem on, String said) {
        var parts = said.strip().split("\\s*[:\\s]\\s*", 2);
        var fault = Words.parse(FaultClass.class, parts[0]).filter(Suspect.FAULTS::contains);
        if (parts.length < 2 || fault.isEmpty()) {
            return new Named.Unclear("A cause is written FAULT:SERVICE, not \"" + said + "\". FAULT is one of "
                    + Words.all(Suspect.FAULTS.toArray(FaultClass[]::new)) + ".");
        }
        return Sketch.suspect(on, fault.get(), parts[1])
                .<Named>map(Named.As::new)
                .orElseGet(() -> new Named.Unclear("The system " + on.id() + " has no service " + parts[1] + "."));
    }
}
