package mayday.compiler;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mayday.scenario.SimulatedSystem;

/** Systems that were read without a problem: many scenarios are built on one, which is read once for all of them. For any number of threads. */
final class KnownSystems implements SystemFile.Reading {
    private final Map<Written, SimulatedSystem> known = new ConcurrentHashMap<>();

    private record Written(String path, String text) {}

    @Override
    public Optional<SimulatedSystem> read(String name, String path, String text, Problems problems) {
        var written = new Written(path, text);
        var before = Optional.ofNullable(known.get(written));
        if (before.isPresent()) {
            return before;
        }
        var found = new Problems(Map.of(path, text));
        var system = SystemFile.anew(name, path, text, found);
        if (!found.all().isEmpty()) {
            // Each scenario tells of them in its own way.
            return SystemFile.anew(name, path, text, problems);
        }
        // Who reads it at the same time may have been first.
        return system.map(
                each -> Optional.ofNullable(known.putIfAbsent(written, each)).orElse(each));
    }
}
