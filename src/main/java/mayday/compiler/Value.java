package mayday.compiler;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A value in an author's file with its place: text, a list, or a mapping. What is left of YAML and JSON after reading.
 */
sealed interface Value {

    Place place();

    /** How many values it holds, itself included and with aliases written out. */
    long size();

    /** What it is, in words an author knows. */
    String kind();

    /**
     * A word, number or sentence; its meaning depends on the key it stands at, so {@code 3.10} stays {@code 3.10}.
     *
     * @param style how it is written
     */
    record Text(Place place, String text, Style style) implements Value {
        private static final Set<String> NOTHING = Set.of("", "~", "null");

        /** How a text is written; decides where its characters are in the file. */
        enum Style {
            PLAIN,
            QUOTED,
            /** Over several lines, after {@code |} or {@code >}. */
            BLOCK,
            /** Nothing: it stands for something that was wrong and has been reported. */
            REPORTED
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public String kind() {
            return "text";
        }

        static Text reported(Place place) {
            return new Text(place, "", Style.REPORTED);
        }

        boolean isReported() {
            return style == Style.REPORTED;
        }

        /** Whether nothing was written, or {@code null}. */
        boolean isNothing() {
            return style == Style.PLAIN && NOTHING.contains(text.toLowerCase(Locale.ROOT));
        }

        /** The place of the text's character number {@code offset}; of a block, where it begins. */
        Place at(int offset) {
            return switch (style) {
                case PLAIN -> place.right(offset);
                case QUOTED -> place.right(offset + 1);
                case BLOCK, REPORTED -> place;
            };
        }
    }

    /** Values one after the other. */
    record Items(Place place, List<Value> items, long size) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values by key, in the order in which they are written; no key twice. */
    record Entries(Place place, List<Entry> entries, long size) implements Value {
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Text key, Value value) {}
}
