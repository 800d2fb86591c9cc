package mayday.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mayday.journal.Edition;
import mayday.scenario.Words;

/** What a scenario or system was, the newest first, and one of these looked at. */
public record EditionsView(String id, String path, List<Row> rows, List<Chosen> chosen) {
    public EditionsView {
        rows = List.copyOf(rows);
        chosen = List.copyOf(chosen);
    }

    /** An edition in the list. */
    public record Row(long number, String standing, String changed) {
        public String health() {
            return standing.equals("broken") ? "bad" : standing.equals("draft") ? "unk" : "ok";
        }
    }

    /**
     * An edition.
     *
     * @param changed what it changed of the one before
     * @param since what has changed from it to what is there now
     * @param files its texts by path
     */
    public record Chosen(
            long number,
            List<DiffLine.InFile> changed,
            List<DiffLine.InFile> since,
            String main,
            Map<String, String> files) {
        public Chosen {
            changed = List.copyOf(changed);
            since = List.copyOf(since);
            files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
        }
    }

    public static EditionsView of(String id, String path, List<Edition> editions, List<Chosen> chosen, Instant now) {
        var rows = editions.stream()
                .map(each -> new Row(each.number(), Words.kebab(each.standing()), StudioListView.changed(each, now)))
                .toList();
        return new EditionsView(id, path, rows, chosen);
    }
}
