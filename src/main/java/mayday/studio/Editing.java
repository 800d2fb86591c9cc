package mayday.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.Asks;
import mayday.compiler.Manuscript;
import mayday.compiler.Sources;
import mayday.incident.Participant;
import mayday.scenario.CauseId;

/**
 * Opens the files of scenarios and systems, and saves what authors have made of them. Safe for use by several threads: files are changed in
 * {@link LiveLibrary#changing} only, which lets in one at a time.
 */
final class Editing {
    private final LiveLibrary library;

    Editing(LiveLibrary library) {
        this.library = library;
    }

    /** The text of an item as it is on the disk, with what it refers to; empty if there is no such item. */
    Optional<Sources> sources(Item item) {
        return switch (item) {
            case Item.OfScenario(var name) -> library.written().manuscript(name).map(Manuscript::sources);
            case Item.OfSystem(var name) ->
                Optional.ofNullable(library.systems().get(name));
        };
    }

    /** The paths of an item's files, its own first. */
    List<String> files(Item item) {
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
    boolean belongs(Item item, String path) {
        return switch (item) {
            case Item.OfScenario(var name) -> path.startsWith(name + "/") && ScenarioFolder.isPath(path);
            case Item.OfSystem _ -> files(item).contains(path);
        };
    }

    /** Opens a file of an item; one that is not there is empty. */
    Studio.Opened open(Item item, String path) {
        if (!belongs(item, path)) {
            return new Studio.Opened.Unfit("A file of " + item.name()
                    + " cannot be called so. Use letters, digits, - and _, and folders within its own.");
        }
        return switch (library.files().read(path)) {
            case ScenarioFolder.Found.Text(var content) -> new Studio.Opened.Text(content);
            case ScenarioFolder.Found.Missing _ -> new Studio.Opened.Text(FileContent.NEW);
            case ScenarioFolder.Found.Unfit(var why) -> new Studio.Opened.Unfit(why);
        };
    }

    /**
     * Saves the text of a file that belongs to an item.
     *
     * @param expected digest of the file that the author began with
     */
    Saved save(Item item, String path, String text, String expected, Participant by) {
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

    /** Keeps a wording that was tried as a test of the scenario; refused if these words are kept already. */
    Saved keep(String name, CauseId cause, Trial trial, Participant by) {
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
    Saved addWording(String name, String question, String words, Participant by) {
        var item = new Item.OfScenario(name);
        var main = sources(item).map(Sources::main).orElse("");
        if (!(open(item, main) instanceof Studio.Opened.Text(var content))) {
            return new Saved.Refused("The file of " + name + " cannot be edited here.");
        }
        return Asks.with(content.text(), question, words)
                .map(text -> save(item, main, text, content.digest(), by))
                .orElseGet(() -> new Saved.Refused("The wording cannot be added to `asks` of " + question
                        + " from here. Add it by hand: a list in brackets, or one entry a line."));
    }
}
