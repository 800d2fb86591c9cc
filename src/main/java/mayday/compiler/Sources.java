package mayday.compiler;

import java.util.Map;
import java.util.TreeMap;
import mayday.scenario.Revision;

/**
 * The text of a scenario and of everything it refers to: what its revision is a digest of.
 *
 * @param main path of the scenario's own file within {@code files}, such as {@code elevated-500s/scenario.yaml}
 * @param files text by path, relative to the folder of all scenarios, with {@code /} between names
 */
public record Sources(String main, Map<String, String> files) {
    public Sources {
        files = Map.copyOf(files);
    }

    /** SHA-256 over the paths and texts in order of path. */
    public Revision revision() {
        throw new UnsupportedOperationException(new TreeMap<>(files).toString());
    }
}
