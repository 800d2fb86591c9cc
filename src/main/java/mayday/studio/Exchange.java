package mayday.studio;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.incident.Participant;

/** Packs a scenario of the folder, and unpacks one into it. */
final class Exchange {
    private final LiveLibrary library;

    Exchange(LiveLibrary library) {
        this.library = library;
    }

    /** A scenario's folder and its system's file, packed; empty if it has vanished. */
    Optional<byte[]> exported(String name) {
        return library.written().manuscript(name).map(manuscript -> {
            var files = new TreeMap<String, byte[]>();
            library.files()
                    .files(name)
                    .forEach(path -> library.files().raw(path).ifPresent(bytes -> files.put(path, bytes)));
            manuscript.sources().files().keySet().stream()
                    .filter(path -> path.startsWith(Item.SYSTEMS + "/"))
                    .forEach(path -> library.files().raw(path).ifPresent(bytes -> files.put(path, bytes)));
            return Archive.pack(files);
        });
    }

    /**
     * Unpacks a scenario into the folder.
     *
     * @param replace whether a scenario or system that is there already, with other texts, may be overwritten
     */
    Shelved imported(byte[] zip, boolean replace, Participant by) {
        return switch (Archive.read(zip)) {
            case Archive.Contents.Refused(var why) -> new Shelved.Refused(why);
            case Archive.Contents.Scenario scenario -> {
                var savers = new HashMap<String, Participant>();
                scenario.files().keySet().forEach(path -> savers.put(path.replaceFirst("\\.[a-z]+$", ""), by));
                savers.put(scenario.name(), by);
                yield library.changing(() -> unpacked(scenario, replace), savers);
            }
        };
    }

    private Shelved unpacked(Archive.Contents.Scenario scenario, boolean replace) {
        var name = scenario.name();
        if (!replace && !library.files().files(name).isEmpty()) {
            return new Shelved.Exists("the scenario " + name);
        }
        var systems = new TreeMap<>(scenario.files());
        systems.keySet().removeIf(path -> !path.startsWith(Item.SYSTEMS + "/"));
        var own = new TreeMap<>(scenario.files());
        own.keySet().removeAll(systems.keySet());
        // All of them are looked at before any of them is written.
        return refusal(systems, replace)
                .or(() -> systems.entrySet().stream()
                        .flatMap(system -> failure(system.getKey(), system.getValue()).stream())
                        .findFirst())
                .or(() -> library.files().replaceFolder(name, own).map(Shelved.Refused::new))
                .orElseGet(() -> new Shelved.Done(name));
    }

    private Optional<Shelved> refusal(Map<String, byte[]> systems, boolean replace) {
        for (var system : systems.entrySet()) {
            var there = library.files().raw(system.getKey());
            if (!replace && there.isPresent() && !Arrays.equals(there.get(), system.getValue())) {
                return Optional.of(new Shelved.Exists("the system in " + system.getKey()));
            }
            if (FileContent.of(system.getValue()).isEmpty()) {
                return Optional.of(new Shelved.Refused("The file " + system.getKey() + " is not UTF-8 text."));
            }
        }
        return Optional.empty();
    }

    /** Writes a system that is not there with this very text; why it could not be. */
    private Optional<Shelved> failure(String path, byte[] bytes) {
        var before = library.files().raw(path).map(FileContent::digest).orElse(FileContent.NONE);
        return FileContent.of(bytes)
                .filter(content -> !content.digest().equals(before))
                .flatMap(content -> library.files().write(path, content.text(), before)
                                instanceof ScenarioFolder.Written.Failed(var why)
                        ? Optional.of(new Shelved.Refused(why))
                        : Optional.empty());
    }
}
