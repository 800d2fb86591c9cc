package mayday.studio;

import java.util.Map;
import java.util.TreeMap;
import mayday.compiler.Sources;

/** The texts of the systems in a folder of scenarios. */
final class SystemTexts {
    private SystemTexts() {}

    /** By name, of those that can be read. */
    static Map<String, Sources> in(ScenarioFolder files) {
        var systems = new TreeMap<String, Sources>();
        for (var path : files.files(Item.SYSTEMS)) {
            var name = path.substring(Item.SYSTEMS.length() + 1).replaceFirst("\\.(yaml|yml|json)$", "");
            if (!path.endsWith(name) && Item.NAME.matcher(name).matches()) {
                switch (files.read(path)) {
                    case ScenarioFolder.Found.Text(var content) ->
                        systems.putIfAbsent(name, Item.ofSystem(path, content.stored(content.text())));
                    case ScenarioFolder.Found.Missing _, ScenarioFolder.Found.Unfit _ -> {
                        // Whoever opens it reads why.
                    }
                }
            }
        }
        return Map.copyOf(systems);
    }
}
