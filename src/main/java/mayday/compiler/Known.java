package mayday.compiler;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import mayday.compiler.Value.Text;

/**
 * The names of one kind of thing, against which references are checked.
 *
 * @param noun what they name, such as {@code service}
 * @param complete false if the file that declares them could not be read: then every name passes, since complaining
 *     about each of them would hide the one real problem
 */
record Known(String noun, Set<String> names, boolean complete) {
    Known {
        names = Set.copyOf(names);
    }

    static Known of(String noun, Collection<String> names) {
        return new Known(noun, new TreeSet<>(names), true);
    }

    static Known anything(String noun) {
        return new Known(noun, Set.of(), false);
    }

    /** The name that {@code text} holds; a problem if nothing is called so. */
    String check(Text text, Problems problems) {
        return check(text, text.text(), 0, problems);
    }

    /** As above for a name that is part of a text, beginning at character {@code offset}. */
    String check(Text text, String name, int offset, Problems problems) {
        if (complete && !Scalars.isUnusable(text) && !names.contains(name)) {
            problems.error(
                    text.at(offset),
                    "unknown-" + noun.replace(' ', '-'),
                    "there is no " + noun + " `" + name + "`",
                    Suggestions.nearest(name, names));
        }
        return name;
    }
}
