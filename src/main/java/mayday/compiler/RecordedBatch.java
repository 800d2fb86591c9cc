package mayday.compiler;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mayday.recording.Broken;
import mayday.recording.Intake;
import mayday.recording.Intake.Taken;
import mayday.recording.Intake.Wishes;
import mayday.recording.Scrubber;
import mayday.scenario.Words;

/** Recordings on their way into a scenario: all of them are read before any is written, and the same thing has the same stand-in in all. */
public final class RecordedBatch {
    /** More recordings at once are more than a scenario has use for. */
    public static final int MOST_FILES = 20;

    /** What is told where nothing was replaced. */
    public static final String NOTHING_FOUND =
            "Nothing was found to replace. Names of people and customers cannot be told by their form: read what is written.";

    /** What is told where something was. */
    public static final String NAMES_STAY =
            "Names of people and customers cannot be told by their form, nor hosts outside of the domains that were named: read what is written.";

    private static final String FOLDER = "evidence";
    private static final int MOST_NAME = 60;
    private static final int SHOWN_SERIES = 6;

    private final Sources sources;
    private final Wishes wishes;
    private final Scrubber scrubber;
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    /**
     * A batch that has nothing in it yet.
     *
     * @param sources the texts of the scenario
     */
    public RecordedBatch(Sources sources, Wishes wishes, Scrubber scrubber) {
        this.sources = sources;
        this.wishes = wishes;
        this.scrubber = scrubber;
    }

    /** A file that was taken in: what it is, in words, and what its owner should know, in sentences. */
    public record Told(String words, List<String> remarks) {
        public Told {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Takes a file in.
     *
     * @param name of the file; only what it is called there comes from it, never where it goes
     */
    public Told take(String name, Intake.Source source) throws Broken, IOException {
        var one = Intake.take(name, source, wishes, scrubber);
        taken.put(target(name, one), one);
        return new Told(words(one), one.remarks());
    }

    /** Why a file cannot be taken in, with its place in it. */
    public static String told(String file, Broken broken) {
        return "%s, line %d, column %d: %s.%s Nothing was written."
                .formatted(
                        file,
                        broken.line(),
                        broken.column(),
                        broken.why(),
                        broken.mending().isEmpty() ? "" : " To mend it: " + broken.mending() + ".");
    }

    /** A name that means the same on every system, from the scenario's folder; not one that another recording has. */
    private String target(String name, Taken one) {
        var base = scrubber.scrub(name)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.[a-z0-9]{1,6}$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var bounded = base.substring(0, Math.min(base.length(), MOST_NAME)).replaceAll("-$", "");
        var stem = FOLDER + "/" + (bounded.isEmpty() ? "recording" : bounded);
        var ending = switch (one.format()) {
            case PROMETHEUS, CSV -> ".json";
            case JSON_LINES -> ".jsonl";
            case PLAIN, LOGFMT -> ".log";
        };
        var target = stem + ending;
        for (var number = 2; taken.containsKey(target); number++) {
            target = stem + "-" + number + ending;
        }
        return target;
    }

    private static String words(Taken one) {
        var span = "%s to %s UTC"
                .formatted(minute(one.span().from()), minute(one.span().until()));
        if (one.format().isLog()) {
            return "%s, %,d lines, %s".formatted(Words.kebab(one.format()), one.all(), span);
        }
        var names = one.series().stream().limit(SHOWN_SERIES).collect(Collectors.joining(", "));
        return "metrics, %d series (%s%s), %s"
                .formatted(one.all(), names, one.series().size() > SHOWN_SERIES ? ", ..." : "", span);
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, "2024-05-01T12:04".length()).replace('T', ' ');
    }

    /** What stands for what. */
    public List<Scrubber.Found> replacements() {
        return scrubber.found();
    }

    /** Keeps nothing of what was replaced. To be called when all is taken and {@link #replacements} were told. */
    public void forgetReplaced() {
        scrubber.forget();
    }

    /** The texts to be written, by path from the scenario's folder. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        taken.forEach((path, one) -> texts.put(path, one.text()));
        return texts;
    }

    /** What has to be written into the scenario for those that it does not name already; empty if it names all. */
    public List<RecordedStanza> stanza() {
        var unnamed = taken.entrySet().stream()
                .filter(each -> !isNamed(each.getKey()))
                .map(this::piece)
                .toList();
        return unnamed.isEmpty() ? List.of() : List.of(new RecordedStanza(unnamed, RecordedStanza.namesIn(sources)));
    }

    /** Whether the scenario has a place for it already: its author wrote that first. */
    private boolean isNamed(String file) {
        return Pattern.compile("(?<![\\w./-])" + Pattern.quote(file) + "(?![\\w./-])")
                .matcher(mainText())
                .find();
    }

    /** The path of the scenario's own file, from the folder of all scenarios. */
    public String main() {
        return sources.main();
    }

    /** Its text, as it was when the recordings were read. */
    public String mainText() {
        return sources.files().getOrDefault(sources.main(), "");
    }

    /**
     * The scenario's text with a stanza in it.
     *
     * @param folder the name of the scenario's folder
     */
    public RecordedStanza.Appended appended(RecordedStanza stanza, String folder) {
        var texts = new LinkedHashMap<String, String>();
        taken.forEach((path, one) -> texts.put(folder + "/" + path, one.text()));
        return stanza.appendedTo(sources, texts);
    }

    private RecordedStanza.Piece piece(Map.Entry<String, Taken> each) {
        var span = each.getValue().span();
        var middle = span.from().plus(Duration.ofSeconds(span.length().toSeconds() / 2));
        return new RecordedStanza.Piece(
                each.getKey(),
                wishes.around().orElse(middle),
                wishes.around().isPresent(),
                each.getValue().series());
    }
}
