package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts text into the pieces of a BERT vocabulary: the longest piece that fits, from left to right, word by word.
 *
 * <p>After Schuster and Nakajima, Japanese and Korean Voice Search (2012), as used by BERT's uncased models.
 */
final class WordPiece {
    /** Longer text is cut; the model was trained with at most 256 pieces, and a question has seldom more than 30. */
    static final int MOST_PIECES = 64;

    /** BERT's vocabulary is sorted by frequency after its marks and letters: ids below this are words that everybody uses. */
    private static final int COMMON = 8_000;

    private static final int LONGEST_WORD = 40;
    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = id("[UNK]");
        this.begin = id("[CLS]");
        this.end = id("[SEP]");
    }

    /** All pieces with their ids. */
    Map<String, Integer> vocabulary() {
        return vocabulary;
    }

    /** Whether {@code word} is a piece of its own: a common word, name or number. */
    boolean knows(String word) {
        return vocabulary.containsKey(word);
    }

    /** Whether {@code word} is among the more frequent pieces. */
    boolean isCommon(String word) {
        return knows(word) && id(word) < COMMON;
    }

    /** The ids of the pieces of {@code text}, which is plain, between the marks of begin and end. */
    long[] ids(String text) {
        var ids = new ArrayList<Integer>();
        ids.add(begin);
        for (var word : words(text)) {
            addPieces(word, ids);
        }
        while (ids.size() > MOST_PIECES - 1) {
            ids.removeLast();
        }
        ids.add(end);
        return ids.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Words and single marks. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.length(); i++) {
            var c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
                continue;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (!Character.isWhitespace(c)) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }

    private void addPieces(String word, List<Integer> ids) {
        var pieces = new ArrayList<Integer>();
        var from = 0;
        while (from < word.length()) {
            var until = Math.min(word.length(), from + LONGEST_WORD);
            while (until > from && !vocabulary.containsKey(piece(word, from, until))) {
                until--;
            }
            if (until == from) {
                ids.add(unknown);
                return;
            }
            pieces.add(id(piece(word, from, until)));
            from = until;
        }
        ids.addAll(pieces);
    }

    private static String piece(String word, int from, int until) {
        return from == 0 ? word.substring(0, until) : "##" + word.substring(from, until);
    }

    private int id(String piece) {
        var id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalStateException("the vocabulary lacks " + piece);
        }
        return id;
    }
}
