package mayday.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A fair part of a log of any length, in bounded room: all of it if it is short. Otherwise the first few of each sort of line, so that what
 * is rare is there, and of the rest each line with the same chance, which the line's number decides.
 */
final class LogSample {
    /** Of each sort of line so many are there for certain. */
    private static final int OF_EACH_SORT = 3;

    private static final int MOST_SORTS = 1_200;
    private static final int SORT_CHARACTERS = 80;

    /** Lines below an entry, such as a stack trace, that are kept with it. */
    private static final int MOST_BELOW = 20;

    /** Of a line so much is kept. */
    static final int LINE_CHARACTERS = 4_000;

    private final int mostBytes;
    private final Map<String, Integer> sorts = new HashMap<>();
    private final List<Piece> certain = new ArrayList<>();
    private final PriorityQueue<Piece> others =
            new PriorityQueue<>(Comparator.comparingLong(Piece::draw).reversed());
    private Piece last = new Piece(0, 0, "");
    private long all;

    /** An entry of the log as it is written, with the lines below it. */
    private static final class Piece {
        private final long number;
        private final long draw;
        private final StringBuilder text;
        private int below;

        Piece(long number, long draw, String line) {
            this.number = number;
            this.draw = draw;
            this.text = new StringBuilder(cut(line));
        }

        long number() {
            return number;
        }

        long draw() {
            return draw;
        }

        void add(String line) {
            if (below++ < MOST_BELOW) {
                text.append('\n').append(cut(line));
            }
        }

        private static String cut(String line) {
            return line.length() <= LINE_CHARACTERS ? line : line.substring(0, LINE_CHARACTERS);
        }
    }

    LogSample(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Adds an entry.
     *
     * @param line as it is written
     * @param message what it says
     */
    void add(String line, String message) {
        all++;
        last = new Piece(all, mixed(all), line);
        var sort = sort(message);
        var met = sorts.getOrDefault(sort, 0);
        if (met < OF_EACH_SORT && (met > 0 || sorts.size() < MOST_SORTS)) {
            sorts.put(sort, met + 1);
            certain.add(last);
            return;
        }
        others.add(last);
        if (others.size() > Recording.MOST_LINES) {
            others.remove();
        }
    }

    /** Adds a line that belongs to the last entry. */
    void below(String line) {
        last.add(line);
    }

    /** How many entries there were. */
    long all() {
        return all;
    }

    /** The entries that are kept, in their order, no more than a recording has lines and a file has bytes. */
    List<String> kept() {
        var pieces = new ArrayList<>(certain);
        others.stream().sorted(Comparator.comparingLong(Piece::draw)).forEach(pieces::add);
        var kept = new ArrayList<Piece>();
        var bytes = 0L;
        for (var piece : pieces) {
            bytes += piece.text.toString().getBytes(StandardCharsets.UTF_8).length + 1L;
            if (kept.size() == Recording.MOST_LINES || bytes > mostBytes) {
                break;
            }
            kept.add(piece);
        }
        return kept.stream()
                .sorted(Comparator.comparingLong(Piece::number))
                .map(piece -> piece.text.toString())
                .toList();
    }

    /** What lines have in common that say the same of different things: their beginning, figures left out. */
    private static String sort(String message) {
        var sort = new StringBuilder();
        for (var i = 0; i < message.length() && sort.length() < SORT_CHARACTERS; i++) {
            var c = message.charAt(i);
            if (!Character.isDigit(c)) {
                sort.append(c);
            } else if (sort.isEmpty() || sort.charAt(sort.length() - 1) != '0') {
                sort.append('0');
            }
        }
        return sort.toString();
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbours get numbers that have nothing to do with each other. */
    private static long mixed(long number) {
        var z = number * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
