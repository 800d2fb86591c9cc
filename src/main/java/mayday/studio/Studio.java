package mayday.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Asks;
import mayday.compiler.Compilation;
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

    /** Scenarios whose keys are looked at: together they have every key that matters. */
    private static final int MOST_READ_FOR_KEYS = 12;

    private final LiveLibrary library;
    private final Journal journal;
    private final Interpreters interpreters;
    private final Proving proving;
    private final Checking checking;
    private final Shelf shelf;
    private final Rehearsing rehearsing;
    private final Receiving receiving;
    private volatile Keys keys = new Keys(List.of(), KeyTree.ofScenarios(List.of()));

    /** The keys that were found in some texts, which is too much work for each page that asks. */
    private record Keys(List<Sources> texts, KeyTree tree) {}

    /**
     * @param interpreters for texts that come and go: apart from those of the incidents, which would be forgotten for them
     */
    public Studio(LiveLibrary library, Journal journal, Interpreters interpreters) {
        this.library = library;
        this.journal = journal;
        this.interpreters = interpreters;
        this.proving = new Proving(interpreters);
        this.checking = new Checking(library, proving);
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
        return switch (item) {
            case Item.OfScenario(var name) -> library.written().manuscript(name).map(Manuscript::sources);
            case Item.OfSystem(var name) ->
                Optional.ofNullable(library.systems().get(name));
        };
    }

    public Optional<Manuscript> manuscript(String name) {
        return library.written().manuscript(name);
    }

    /** The paths of an item's files, its own first. */
    public List<String> files(Item item) {
        return switch (item) {
            case Item.OfScenario(var name) -> {
                var main = sources(item).map(Sources::main).orElse("");
                var all = new ArrayList<>(library.files().files(name));
                all.remove(main);
                if (!main.isEmpty()) {
                    all.addFirst(main);
                }
                yield List.copyOf(all);
            }
            case Item.OfSystem _ -> sources(item).map(Sources::main).stream().toList();
        };
    }

    /** Whether a path is one of an item's files, or could become one. */
    public boolean belongs(Item item, String path) {
        return switch (item) {
            case Item.OfScenario(var name) -> path.startsWith(name + "/") && ScenarioFolder.isPath(path);
            case Item.OfSystem _ -> files(item).contains(path);
        };
    }

    /** A file of an item, or why it cannot be edited, in a sentence. */
    public sealed interface Opened {
        record Text(FileContent content) implements Opened {}

        record Unfit(String why) implements Opened {}
    }

    /** Opens a file of an item; one that is not there is empty. */
    public Opened open(Item item, String path) {
        if (!belongs(item, path)) {
            return new Opened.Unfit("A file of " + item.name() + " cannot be called so. Use letters, digits, - and _,"
                    + " and folders within its own.");
        }
        return switch (library.files().read(path)) {
            case ScenarioFolder.Found.Text(var content) -> new Opened.Text(content);
            case ScenarioFolder.Found.Missing _ -> new Opened.Text(FileContent.NEW);
            case ScenarioFolder.Found.Unfit(var why) -> new Opened.Unfit(why);
        };
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
        if (!belongs(item, path)) {
            return new Saved.Refused("A file of " + item.name() + " cannot be called " + path + ".");
        }
        if (Item.scenario(item.name()).isPresent() && sources(item).isEmpty()) {
            return new Saved.Refused("The folder of " + item.name()
                    + " is not there any more. Copy your text, and make the scenario again.");
        }
        return library.changing(() -> written(path, text, expected), savers(item, by));
    }

    /** A system that is saved changes the scenarios that are built on it as well. */
    private Map<String, Participant> savers(Item item, Participant by) {
        var savers = new HashMap<String, Participant>();
        savers.put(item.key(), by);
        if (item instanceof Item.OfSystem) {
            var path = sources(item).map(Sources::main).orElse("");
            library.written().manuscripts().stream()
                    .filter(each -> each.refersTo(path))
                    .forEach(each -> savers.put(each.folder(), by));
        }
        return savers;
    }

    private Saved written(String path, String text, String expected) {
        return switch (library.files().write(path, text, expected)) {
            case ScenarioFolder.Written.Done(var digest) -> new Saved.Done(digest);
            case ScenarioFolder.Written.Failed(var why) -> new Saved.Refused(why);
            case ScenarioFolder.Written.Changed(var found) ->
                switch (found) {
                    case ScenarioFolder.Found.Text(var theirs) ->
                        new Saved.Conflict(theirs, Differences.between(theirs.text(), FileContent.plain(text)));
                    case ScenarioFolder.Found.Missing _ ->
                        new Saved.Conflict(FileContent.NEW, Differences.between("", FileContent.plain(text)));
                    case ScenarioFolder.Found.Unfit(var why) -> new Saved.Refused(why);
                };
        };
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
        var path = KeptTest.path(name, trial);
        return switch (save(new Item.OfScenario(name), path, KeptTest.text(cause, trial), FileContent.NONE, by)) {
            case Saved.Done done -> done;
            case Saved.Refused refused -> refused;
            case Saved.Conflict _ -> new Saved.Refused("It is kept as a test already, in " + path + ".");
        };
    }

    /**
     * Adds a wording to one of a scenario's own questions.
     *
     * @param question its name
     */
    public Saved addWording(String name, String question, String words, Participant by) {
        var item = new Item.OfScenario(name);
        var main = sources(item).map(Sources::main).orElse("");
        if (!(open(item, main) instanceof Opened.Text(var content))) {
            return new Saved.Refused("The file of " + name + " cannot be edited here.");
        }
        return Asks.with(content.text(), question, words)
                .map(text -> save(item, main, text, content.digest(), by))
                .orElseGet(() -> new Saved.Refused("The wording cannot be added to `asks` of " + question
                        + " from here. Add it by hand: a list in brackets, or one entry a line."));
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
        var texts = library.written().manuscripts().stream()
                .filter(each -> each.compilation() instanceof Compilation.Compiled)
                .limit(MOST_READ_FOR_KEYS)
                .map(Manuscript::sources)
                .toList();
        var known = keys;
        if (!known.texts().equals(texts)) {
            known = new Keys(texts, KeyTree.ofScenarios(texts));
            keys = known;
        }
        return known.tree();
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
