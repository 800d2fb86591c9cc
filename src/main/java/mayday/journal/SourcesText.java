package mayday.journal;

import java.util.TreeMap;
import mayday.compiler.Sources;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The files of a scenario as one stored text: a JSON object, text by path, in order of path. */
final class SourcesText {
    private static final JsonMapper JSON = new JsonMapper();

    private SourcesText() {}

    static String encode(Sources sources) {
        return JSON.writeValueAsString(new TreeMap<>(sources.files()));
    }

    static Sources decode(String main, String files) {
        var texts = new TreeMap<String, String>();
        try {
            JSON.readTree(files)
                    .properties()
                    .forEach(file -> texts.put(file.getKey(), file.getValue().stringValue()));
        } catch (JacksonException e) {
            throw JournalUnavailable.damaged("The stored text of the scenario " + main + " cannot be read.", e);
        }
        return new Sources(main, texts);
    }
}
