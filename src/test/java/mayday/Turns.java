package mayday;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of many like cases a build looks at: in a usual one they take turns, so that it is over in minutes on a slow machine, too;
 * with {@code -Dmayday.thorough=true} it looks at all of them.
 */
public final class Turns {
    private static final boolean ALL = Boolean.getBoolean("mayday.thorough");

    private Turns() {}

    /** Whether this build looks at everything. */
    public static boolean areAll() {
        return ALL;
    }

    /** Whether it is the turn of the case at {@code index} where one of {@code of} is looked at. */
    public static boolean isOf(int index, int of) {
        return ALL || index % of == 0;
    }

    /** One of every {@code of} cases, the first being one of them; or all. */
    public static <T> Stream<T> one(int of, List<T> cases) {
        return IntStream.range(0, cases.size()).filter(index -> isOf(index, of)).mapToObj(cases::get);
    }

    /** So many of them, or as many as a thorough build looks at. */
    public static int many(int usual, int thorough) {
        return ALL ? thorough : usual;
    }
}
