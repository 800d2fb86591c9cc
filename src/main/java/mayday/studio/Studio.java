package mayday.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Asks;
import mayday.compiler.Compilation;
import mayday.compiler.KeyTree;
import mayday.compiler.Library;
import mayday.compiler.Manuscript;
import mayday.compiler.Problem;
import mayday.compiler.ScenarioCompiler;
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

    /** Scenarios that are compiled with a system that somebody edits; the others show their problems once it is saved. */
    private static final int MOST_WITH_A_SYSTEM = 8;

    /** Scenarios whose keys are looked at: together they have every key that matters. */
    private static final int MOST_READ_FOR_KEYS = 12;

    private final LiveLibrary library;
    private final Journal journal;
    private final Interpreters interpreters;
    private final Proving proving;

    /**
     * @param interpreters for texts that come and go: apart from those of the incidents, which would be forgotten for them
     */
    public Studio(LiveLibrary library, Journal journal, Interpreters interpreters) {
        this.library = library;
        this.journal = journal;
        this.interpreters = interpreters;
        this.proving = new Proving(interpreters);
    }

    /** Everything that is written, drafts and broken scenarios too. */
    public Library written() {
        return library.written();
    }

    /** What learners may play. */
    public Library playable() {
        return library.get();
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
        var stored = library.files().read(path) instanceof ScenarioFolder.Found.Text(var content)
                ? content.stored(text)
                : text;
        return switch (item) {
            case Item.OfScenario(var name) ->
                Manuscript.read(folder(), name, Map.of(path, stored))
                        .map(this::check)
                        .orElseGet(() -> Checked.compiled(new Sources(path, Map.of()), List.of()));
            case Item.OfSystem _ -> checkSystem(path, stored);
        };
    }

    private Path folder() {
        return library.files().root();
    }

    /** What is wrong with an item as it is on the disk. */
    public Checked check(Item item) {
        return switch (item) {
            case Item.OfScenario(var name) ->
                manuscript(name)
                        .map(this::check)
                        .orElseGet(() -> Checked.compiled(new Sources(name, Map.of()), List.of()));
            case Item.OfSystem _ ->
                sources(item)
                        .map(each -> checkSystem(each.main(), each.files().getOrDefault(each.main(), "")))
                        .orElseGet(() -> Checked.compiled(new Sources(item.name(), Map.of()), List.of()));
        };
    }

    /** What is wrong with a scenario as it is written. */
    public Checked check(Manuscript manuscript) {
        var problems = manuscript.problems();
        return switch (manuscript.compilation()) {
            case Compilation.Compiled(var scenario, var _) ->
                Checked.proving(
                        scenario,
                        manuscript.sources(),
                        problems,
                        proving.of(manuscript.folder(), manuscript.sources(), scenario));
            case Compilation.Failed _ -> Checked.compiled(manuscript.sources(), problems);
        };
    }

    /** The system's own problems, and those that scenarios built on it would have. */
    private Checked checkSystem(String path, String text) {
        var problems = new ArrayList<>(ScenarioCompiler.checkSystem(path, text));
        library.written().manuscripts().stream()
                .filter(manuscript -> manuscript.refersTo(path))
                .limit(MOST_WITH_A_SYSTEM)
                .flatMap(manuscript -> Manuscript.read(folder(), manuscript.folder(), Map.of(path, text)).stream())
                .flatMap(manuscript -> manuscript.problems().stream())
                .forEach(problems::add);
        return Checked.compiled(Item.ofSystem(path, text), problems);
    }

    /** How far the proofs of a revision that was checked are. */
    public Proofs proofs(Revision revision) {
        var outcome = proving.of(revision);
        return switch (outcome) {
            case Proving.Outcome.Waiting _, Proving.Outcome.Quick _ ->
                new Proofs(Checked.Proofs.PENDING, outcome.problems(), "", Optional.empty());
            case Proving.Outcome.Done(var problems, var proved) ->
                new Proofs(Checked.Proofs.DONE, problems, "", Optional.of(proved));
            case Proving.Outcome.GivenUp(var why) -> new Proofs(Checked.Proofs.NONE, List.of(), why, Optional.empty());
        };
    }

    /** What proofs have shown of a text. */
    public record Proofs(
            Checked.Proofs state, List<Problem> problems, String remark, Optional<mayday.proof.Proved> proved) {
        public Proofs {
            problems = List.copyOf(problems);
        }
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
        var savers = new java.util.HashMap<String, Participant>();
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

    /** A scenario's folder and its system's file, packed; empty if it has vanished. */
    public Optional<byte[]> exported(String name) {
        return manuscript(name).map(manuscript -> {
            var files = new java.util.TreeMap<String, byte[]>();
            library.files()
                    .files(name)
                    .forEach(path -> library.files().raw(path).ifPresent(bytes -> files.put(path, bytes)));
            manuscript.sources().files().keySet().stream()
                    .filter(path -> path.startsWith(Item.SYSTEMS + "/"))
                    .forEach(path -> library.files().raw(path).ifPresent(bytes -> files.put(path, bytes)));
            return Archive.pack(files);
        });
    }

    /** What became of an archive that was to be imported. */
    public sealed interface Imported {
        record Done(String name) implements Imported {}

        /** Something of that name is there and would be overwritten; nothing was written. */
        record Exists(String what) implements Imported {}

        /** Nothing was written, for a reason that is a sentence. */
        record Refused(String why) implements Imported {}
    }

    /**
     * Unpacks a scenario into the folder.
     *
     * @param replace whether a scenario or system that is there already, with other texts, may be overwritten
     */
    public Imported imported(byte[] zip, boolean replace, Participant by) {
        return switch (Archive.read(zip)) {
            case Archive.Contents.Refused(var why) -> new Imported.Refused(why);
            case Archive.Contents.Scenario scenario -> {
                var savers = new java.util.HashMap<String, Participant>();
                scenario.files().keySet().forEach(path -> savers.put(path.replaceFirst("\\.[a-z]+$", ""), by));
                savers.put(scenario.name(), by);
                yield library.changing(() -> unpacked(scenario, replace), savers);
            }
        };
    }

    private Imported unpacked(Archive.Contents.Scenario scenario, boolean replace) {
        var name = scenario.name();
        if (!replace && !library.files().files(name).isEmpty()) {
            return new Imported.Exists("the scenario " + name);
        }
        var systems = new java.util.TreeMap<>(scenario.files());
        systems.keySet().removeIf(path -> !path.startsWith(Item.SYSTEMS + "/"));
        for (var system : systems.entrySet()) {
            var there = library.files().raw(system.getKey());
            var differs = there.isPresent() && !java.util.Arrays.equals(there.get(), system.getValue());
            if (differs && !replace) {
                return new Imported.Exists("the system in " + system.getKey());
            }
        }
        for (var system : systems.entrySet()) {
            var text = FileContent.of(system.getValue());
            if (text.isEmpty()) {
                return new Imported.Refused("The file " + system.getKey() + " is not UTF-8 text.");
            }
            var before = library.files()
                    .raw(system.getKey())
                    .map(FileContent::digest)
                    .orElse(FileContent.NONE);
            if (!before.equals(text.get().digest())
                    && library.files().write(system.getKey(), text.get().text(), before)
                            instanceof ScenarioFolder.Written.Failed(var why)) {
                return new Imported.Refused(why);
            }
        }
        var own = new java.util.TreeMap<>(scenario.files());
        own.keySet().removeAll(systems.keySet());
        return library.files()
                .replaceFolder(name, own)
                .<Imported>map(Imported.Refused::new)
                .orElseGet(() -> new Imported.Done(name));
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
        return journal.editions(item.key(), MOST_EDITIONS);
    }

    /** What an item is now, by its key. */
    public Optional<Edition> latest(String key) {
        return journal.editions(key, 1).stream().findFirst();
    }

    public Optional<Edition> edition(Item item, long number) {
        return journal.edition(item.key(), number);
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
        return KeyTree.ofScenarios(texts);
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
