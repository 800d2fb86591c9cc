package mayday.studio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.KeyTree;
import mayday.compiler.Library;
import mayday.compiler.Listing;
import mayday.compiler.Manuscript;
import mayday.compiler.Sources;
import mayday.incident.Participant;
import mayday.journal.Edition;
import mayday.journal.Journal;
import mayday.journal.Misunderstood;
import mayday.question.Interpreter;
import mayday.question.Interpreters;
import mayday.scenario.CauseId;
import mayday.scenario.Revision;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;

/** What authors do with the scenarios of a folder: read, change, check and try them. Safe for use by several threads. */
public final class Studio implements AutoCloseable {
    /** Editions that are listed of an item. */
    public static final int MOST_EDITIONS = 100;

    private final LiveLibrary library;
    private final Journal journal;
    private final Interpreters interpreters;
    private final Proving proving;
    private final Checking checking;
    private final Editing editing;
    private final Shelf shelf;
    private final Rehearsing rehearsing;
    private final Receiving receiving;
    private final KnownKeys keys = new KnownKeys();

    /**
     * @param interpreters for texts that come and go: apart from those of the incidents, which would be forgotten for them
     */
    public Studio(LiveLibrary library, Journal journal, Interpreters interpreters) {
        this.library = library;
        this.journal = journal;
        this.interpreters = interpreters;
        this.proving = new Proving(interpreters);
        this.checking = new Checking(library, proving);
        this.editing = new Editing(library);
        this.shelf = new Shelf(library);
        this.receiving = new Receiving(library);
        this.rehearsing = new Rehearsing(library, interpreters);
    }

    /** Everything that is written, drafts and broken scenarios too. */
    public Library written() {
        return library.written();
    }

    /** What learners may play. */
    public Library playable() {
        return library.get();
    }

    /** What learners find in the catalogue. */
    public Listing listing() {
        return library.listing();
    }

    /** What learners may play, or a part of it with the scenario {@code id}, if there is one. */
    public Library playableWith(ScenarioId id) {
        return library.with(id);
    }

    /** Whether all scenarios have been read since the start. */
    public boolean isRead() {
        return library.isWhole();
    }

    public Map<String, Sources> systems() {
        return library.systems();
    }

    /** The text of an item as it is on the disk, with what it refers to; empty if there is no such item. */
    public Optional<Sources> sources(Item item) {
        return editing.sources(item);
    }

    public Optional<Manuscript> manuscript(String name) {
        return library.written().manuscript(name);
    }

    /** The paths of an item's files, its own first. */
    public List<String> files(Item item) {
        return editing.files(item);
    }

    /** Whether a path is one of an item's files, or could become one. */
    public boolean belongs(Item item, String path) {
        return editing.belongs(item, path);
    }

    /** A file of an item, or why it cannot be edited, in a sentence. */
    public sealed interface Opened {
        record Text(FileContent content) implements Opened {}

        record Unfit(String why) implements Opened {}
    }

    /** Opens a file of an item; one that is not there is empty. */
    public Opened open(Item item, String path) {
        return editing.open(item, path);
    }

    /**
     * What would be wrong with an item if a file of it had the text {@code text}.
     *
     * @param path of a file that belongs to the item
     */
    public Checked check(Item item, String path, String text) {
        return checking.of(item, path, text);
    }

    /** A scenario as it would be if a file of it had the text {@code text}; empty if it has vanished, or the file is not its own. */
    public Optional<Manuscript> drafted(Item item, String path, String text) {
        return item instanceof Item.OfScenario(var name) && belongs(item, path)
                ? checking.drafted(name, path, text)
                : Optional.empty();
    }

    /** How a scenario's playthroughs came out the last time. */
    public Tested tested(Manuscript manuscript) {
        return rehearsing.last(manuscript);
    }

    /**
     * Plays a scenario's playthroughs; empty if others' tests took too long.
     *
     * @param texts of files that are being edited, by path
     */
    public Optional<Tested> test(Manuscript manuscript, Scenario scenario, Map<String, String> texts) {
        var stored = new HashMap<String, String>();
        texts.forEach((path, text) -> stored.put(path, checking.stored(path, text)));
        return rehearsing.play(manuscript, scenario, stored);
    }

    /** What is wrong with an item as it is on the disk. */
    public Checked check(Item item) {
        return checking.of(item, sources(item));
    }

    /** What is wrong with a scenario as it is written. */
    public Checked check(Manuscript manuscript) {
        return checking.of(manuscript);
    }

    /** How far the proofs of a revision that was checked are. */
    public ProofsSoFar proofs(Revision revision) {
        return ProofsSoFar.of(proving.of(revision));
    }

    /**
     * Saves the text of a file that belongs to an item.
     *
     * @param expected digest of the file that the author began with
     */
    public Saved save(Item item, String path, String text, String expected, Participant by) {
        return editing.save(item, path, text, expected, by);
    }

    /** Recordings that are taken into scenarios. */
    public Receiving receiving() {
        return receiving;
    }

    /** Scenarios as a whole, which come and go. */
    public Shelf shelf() {
        return shelf;
    }

    /** Keeps a wording that was tried as a test of the scenario; refused if these words are kept already. */
    public Saved keep(String name, CauseId cause, Trial trial, Participant by) {
        return editing.keep(name, cause, trial, by);
    }

    /**
     * Adds a wording to one of a scenario's own questions.
     *
     * @param question its name
     */
    public Saved addWording(String name, String question, String words, Participant by) {
        return editing.addWording(name, question, words, by);
    }

    /** What an item was, the newest first. */
    public List<Edition> editions(Item item) {
        return journal.editions().of(item.key(), MOST_EDITIONS);
    }

    /** What an item is now, by its key. */
    public Optional<Edition> latest(String key) {
        return journal.editions().of(key, 1).stream().findFirst();
    }

    public Optional<Edition> edition(Item item, long number) {
        return journal.editions().find(item.key(), number);
    }

    /** The text of an edition. */
    public Optional<Sources> text(Edition edition) {
        return journal.sources(edition.revision());
    }

    /** Questions of played incidents that were not understood. */
    public List<Misunderstood> misunderstood(String name) {
        return journal.misunderstood(new ScenarioId(name));
    }

    /** Which keys can be written where in a scenario. */
    public KeyTree keys() {
        return keys.in(library.written());
    }

    /** How questions about a scenario are understood; waits until the question model is loaded. */
    public Interpreter interpreter(Scenario scenario) {
        return interpreters.of(scenario);
    }

    @Override
    public void close() {
        proving.close();
        library.close();
    }
}
