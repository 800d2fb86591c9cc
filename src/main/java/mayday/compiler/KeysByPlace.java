package mayday.compiler;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which keys each mapping of some texts may have, by where it begins; those of one that is read several times together. */
final class KeysByPlace {
    private final Map<Place, Set<String>> keys = new HashMap<>();

    void note(Place place, Set<String> known) {
        keys.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(known);
    }

    /** The keys of the mapping at {@code place}; none if it is read as something else, such as things by name. */
    Set<String> at(Place place) {
        return Set.copyOf(keys.getOrDefault(place, Set.of()));
    }
}
