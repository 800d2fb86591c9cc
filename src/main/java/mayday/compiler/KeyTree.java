package mayday.compiler;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;

/**
 * Which keys can be written where, as the compiler's own readers ask for them: an editor offers these. Only places that occur in some text
 * are known.
 *
 * @param keys those of a mapping, each with those below it; {@link #ANY} stands for whatever name an author gives
 */
public record KeyTree(Map<String, KeyTree> keys) {
    /** The key of things that authors name themselves. */
    public static final String ANY = "*";

    /** Texts are nested as deep as {@link TreeReader} allows; keys of interest lie far above that. */
    private static final int MOST_DEPTH = 12;

    private static final KeyTree LEAF = new KeyTree(Map.of());

    public KeyTree {
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** The keys of scenarios that compile, all together. */
    public static KeyTree ofScenarios(Collection<Sources> texts) {
        var tree = LEAF;
        for (var sources : texts) {
            var text = sources.files().getOrDefault(sources.main(), "");
            var allowed = new KeysByPlace();
            var problems = new Problems(sources.files(), allowed::note);
            var root = TreeReader.read(sources.main(), text, problems);
            if (root.isPresent()) {
                new ScenarioReader(sources, root.get(), problems).read();
                tree = tree.and(of(root.get(), allowed, 0));
            }
        }
        return tree;
    }

    private static KeyTree of(Value value, KeysByPlace allowed, int depth) {
        if (depth > MOST_DEPTH) {
            return LEAF;
        }
        return switch (value) {
            case Text _ -> LEAF;
            case Items items -> {
                var all = LEAF;
                for (var item : items.items()) {
                    all = all.and(of(item, allowed, depth + 1));
                }
                yield all;
            }
            case Entries entries -> ofEntries(entries, allowed, depth);
        };
    }

    private static KeyTree ofEntries(Entries entries, KeysByPlace allowed, int depth) {
        var known = allowed.at(entries.place());
        var keys = new TreeMap<String, KeyTree>();
        known.forEach(key -> keys.put(key, LEAF));
        for (var entry : entries.entries()) {
            var name = known.isEmpty() ? ANY : entry.key().text();
            keys.merge(name, of(entry.value(), allowed, depth + 1), KeyTree::and);
        }
        return new KeyTree(keys);
    }

    private KeyTree and(KeyTree other) {
        var all = new TreeMap<>(keys);
        other.keys.forEach((key, below) -> all.merge(key, below, KeyTree::and));
        return new KeyTree(all);
    }
}
