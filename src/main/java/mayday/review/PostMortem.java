package mayday.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a learner or a team writes about an incident afterwards.
 *
 * @param texts what is written, by section; every section has an entry, which may be empty
 * @param actions what follows from it
 */
public record PostMortem(Map<Section, String> texts, List<FollowUp> actions) {
    public static final PostMortem EMPTY = new PostMortem(Map.of(), List.of());

    public PostMortem {
        var all = new EnumMap<Section, String>(Section.class);
        for (var section : Section.values()) {
            all.put(section, texts.getOrDefault(section, ""));
        }
        texts = Map.copyOf(all);
        actions = List.copyOf(actions);
    }

    public String text(Section section) {
        return texts.getOrDefault(section, "");
    }

    /** The same with another text in one section. */
    public PostMortem with(Section section, String text) {
        var changed = new EnumMap<Section, String>(Section.class);
        changed.putAll(texts);
        changed.put(section, text);
        return new PostMortem(changed, actions);
    }

    /** The same with other actions. */
    public PostMortem with(List<FollowUp> others) {
        return new PostMortem(texts, others);
    }

    /** The texts of some sections, one below the other. */
    String texts(Section... sections) {
        var all = new StringBuilder();
        for (var section : sections) {
            all.append(text(section)).append('\n');
        }
        return all.toString();
    }
}
