package mayday.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Items;
import mayday.compiler.Value.Text;
import mayday.compiler.Value.Text.Style;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file, YAML or JSON, to a {@link Value}.
 *
 * <p>It builds the tree from the parser's events with a stack of its own: deep nesting cannot overflow the call stack,
 * and an alias is counted with the size of what it stands for, so that an alias bomb is refused before it is unfolded.
 */
final class TreeReader {

    /** Mappings and lists inside each other; the format itself needs 9. */
    static final int MOST_DEPTH = 24;

    /** Values in a file, aliases written out; the storefront, a large system, has about 1,600. */
    static final int MOST_VALUES = 20_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).build();

    private final String file;
    private final Problems problems;
    private final Map<String, Value> anchored = new HashMap<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private Optional<Value> root = Optional.empty();
    private int documents;
    private boolean stopped;

    private TreeReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The file's tree; empty, with the reason among {@code problems}, if it has none. */
    static Optional<Value> read(String file, String text, Problems problems) {
        var clean = FileText.clean(file, text, problems);
        return clean.isEmpty() ? Optional.empty() : new TreeReader(file, problems).tree(clean.get());
    }

    private Optional<Value> tree(String text) {
        try {
            for (var event : new Parse(SETTINGS).parseString(text)) {
                take(event);
                if (stopped) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            problems.error(whereWrong(e, text), "syntax", said(e), Syntax.hint(said(e)));
            return Optional.empty();
        } catch (YamlEngineException e) {
            var said = oneLine(String.valueOf(e.getMessage()));
            problems.error(Place.startOf(file), "syntax", "this cannot be read as YAML or JSON: " + said);
            return Optional.empty();
        }
        if (root.isEmpty()) {
            problems.error(Place.startOf(file), "empty-file", "the file is empty");
        }
        return root;
    }

    /** What was begun and never ended is shown where it begins; the parser noticed only at the end of the file. */
    private Place whereWrong(MarkedYamlEngineException e, String text) {
        var noticed = e.getProblemMark();
        var atEnd =
                noticed.isPresent() && noticed.get().getLine() >= text.lines().count();
        return (atEnd ? e.getContextMark().or(() -> noticed) : noticed)
                .map(this::place)
                .orElse(Place.startOf(file));
    }

    private static String said(MarkedYamlEngineException e) {
        var context = e.getContext() == null ? "" : e.getContext() + ", ";
        return oneLine(context + e.getProblem());
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> startDocument((DocumentStartEvent) event);
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> end();
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void startDocument(DocumentStartEvent event) {
        documents++;
        if (documents > 1) {
            stop(place(event), "several-documents", "a second document begins here; a file holds one");
        }
    }

    private void scalar(ScalarEvent event) {
        event.getTag().ifPresent(tag -> tagged(event, tag));
        var style = event.isPlain() ? Style.PLAIN : event.isLiteral() || event.isFolded() ? Style.BLOCK : Style.QUOTED;
        add(new Text(place(event), event.getValue(), style), anchorOf(event));
    }

    private void alias(AliasEvent event) {
        var name = event.getAlias().getValue();
        var value = anchored.get(name);
        if (value == null) {
            var recursive = open.stream().anyMatch(frame -> frame.anchor.equals(name));
            problems.error(
                    place(event),
                    recursive ? "recursive-alias" : "unknown-alias",
                    recursive
                            ? "`*" + name + "` would contain itself"
                            : "there is no anchor `&" + name + "` before this",
                    recursive ? "" : Suggestions.nearest(name, anchored.keySet()));
            value = Text.reported(place(event));
        }
        add(value, "");
    }

    private void start(CollectionStartEvent event) {
        event.getTag().ifPresent(tag -> tagged(event, tag));
        if (open.size() >= MOST_DEPTH) {
            stop(place(event), "too-deep", "more than " + MOST_DEPTH + " mappings and lists inside each other");
            return;
        }
        open.push(new Frame(place(event), event instanceof MappingStartEvent, anchorOf(event)));
    }

    private void end() {
        var frame = open.pop();
        add(frame.closed(), frame.anchor);
    }

    private void add(Value value, String anchor) {
        if (!anchor.isEmpty()) {
            anchored.put(anchor, value);
        }
        if (open.isEmpty()) {
            root = Optional.of(value);
            return;
        }
        var frame = open.peek();
        frame.size += value.size();
        if (frame.size > MOST_VALUES) {
            stop(value.place(), "too-many-values", "more than %,d values, aliases written out".formatted(MOST_VALUES));
        } else if (frame.mapping) {
            addToMapping(frame, value);
        } else {
            frame.items.add(value);
        }
    }

    private void addToMapping(Frame frame, Value value) {
        if (frame.keys.isEmpty()) {
            frame.keys.add(key(value));
            return;
        }
        var key = frame.keys.removeFirst();
        if (key.isReported()) {
            return;
        }
        var first = frame.written.putIfAbsent(key.text(), key);
        if (first == null) {
            frame.entries.add(new Entry(key, value));
        } else {
            problems.error(
                    key.place(),
                    "duplicate-key",
                    "`" + key.text() + "` is written twice; the first is in line "
                            + first.place().line());
        }
    }

    private Text key(Value value) {
        if (value instanceof Text text && !text.isNothing()) {
            return text;
        }
        problems.error(value.place(), "bad-key", "a key must be a word, this is " + value.kind());
        return Text.reported(value.place());
    }

    private void tagged(NodeEvent event, String tag) {
        problems.error(place(event), "tag", "tags such as `" + tag + "` have no meaning here", "leave the tag out");
    }

    private void stop(Place place, String id, String message) {
        problems.error(place, id, message);
        stopped = true;
    }

    private static String anchorOf(NodeEvent event) {
        return event.getAnchor().map(anchor -> anchor.getValue()).orElse("");
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.startOf(file));
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** A mapping or list whose end has not been seen. */
    private static final class Frame {
        final Place place;
        final boolean mapping;
        final String anchor;
        final List<Value> items = new ArrayList<>();
        final List<Entry> entries = new ArrayList<>();
        final Map<String, Text> written = new HashMap<>();
        /** The key whose value comes next; none or one. */
        final List<Text> keys = new ArrayList<>();

        long size = 1;

        Frame(Place place, boolean mapping, String anchor) {
            this.place = place;
            this.mapping = mapping;
            this.anchor = anchor;
        }

        Value closed() {
            return mapping ? new Entries(place, entries, size) : new Items(place, items, size);
        }
    }
}
