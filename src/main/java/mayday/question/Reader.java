package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.SystemId;
import mayday.scenario.Traffic;

/** Reads plain text the way the classifier and the rules want it: abbreviations out, spelling mended, names found, courtesies off. */
final class Reader {
    private final Tokens tokens;
    private final Tokens asTyped;
    private final Recogniser recogniser;
    private final List<List<String>> courtesiesBefore;
    private final List<List<String>> courtesiesAfter;
    private final Fillers fillers;

    /** Knows no names and trusts the spelling: for phrasings of the ontology. */
    Reader(Lexicon lexicon) {
        this(lexicon, new Spelling(Map.of(), _ -> true));
    }

    /** Knows no names. */
    Reader(Lexicon lexicon, Spelling spelling) {
        this(lexicon, spelling, new Names(nothing(), nameless(lexicon)));
    }

    Reader(Lexicon lexicon, Spelling spelling, Names names) {
        this.tokens = new Tokens(lexicon.abbreviations(), spelling);
        this.asTyped = new Tokens(lexicon.abbreviations(), new Spelling(Map.of(), _ -> true));
        this.recogniser = new Recogniser(names, names.system().services().isEmpty() ? nameless(lexicon) : lexicon);
        this.courtesiesBefore = longestFirst(lexicon.courtesies().before());
        this.courtesiesAfter = longestFirst(lexicon.courtesies().after());
        this.fillers = new Fillers(
                longestFirst(lexicon.courtesies().between()),
                lexicon.courtesies().anywhere());
    }

    /** The pieces of {@code text}. */
    List<Piece> pieces(String text) {
        return recogniser.pieces(tokens.of(PlainText.of(text)));
    }

    /** The pieces of {@code text}, which is for a machine: nothing in it is misspelt, and what it begins with is a tool, not a service. */
    List<Piece> piecesAsTyped(String text) {
        var pieces = recogniser.pieces(asTyped.of(PlainText.of(text)));
        return !pieces.isEmpty() && pieces.getFirst() instanceof Piece.Missing tool
                ? Stream.concat(
                                Stream.of(new Piece.Word(tool.name())),
                                pieces.stream().skip(1))
                        .toList()
                : pieces;
    }

    /** {@code text} as the classifier reads it. */
    String read(String text) {
        return read(withoutCourtesies(pieces(text)));
    }

    /** {@code pieces} as the classifier reads them: words and sorts of things, without marks. */
    static String read(List<Piece> pieces) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            if (!(piece instanceof Piece.Mark) && !piece.read().isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(piece.read());
            }
        }
        return text.toString();
    }

    /** {@code pieces} without greetings and the like at either end, or "um" in the middle; never without its last word. */
    List<Piece> withoutCourtesies(List<Piece> pieces) {
        var rest = fillers.takenOut(pieces);
        var before = -1;
        while (before != rest.size()) {
            before = rest.size();
            rest = withoutMarks(rest);
            for (var courtesy : courtesiesBefore) {
                if (rest.size() > courtesy.size() && says(rest.subList(0, courtesy.size()), courtesy)) {
                    rest = rest.subList(courtesy.size(), rest.size());
                    break;
                }
            }
            rest = withoutMarks(rest);
            for (var courtesy : courtesiesAfter) {
                var start = rest.size() - courtesy.size();
                if (start > 0 && says(rest.subList(start, rest.size()), courtesy)) {
                    rest = rest.subList(0, start);
                    break;
                }
            }
        }
        return rest;
    }

    private static List<Piece> withoutMarks(List<Piece> pieces) {
        var from = 0;
        var until = pieces.size();
        while (from < until && pieces.get(from) instanceof Piece.Mark) {
            from++;
        }
        while (until > from && pieces.get(until - 1) instanceof Piece.Mark) {
            until--;
        }
        return pieces.subList(from, until);
    }

    static boolean says(List<Piece> pieces, List<String> words) {
        for (var i = 0; i < words.size(); i++) {
            if (!(pieces.get(i) instanceof Piece.Word(var text)) || !text.equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    static List<List<String>> longestFirst(List<String> expressions) {
        var split = new ArrayList<List<String>>();
        expressions.forEach(expression -> split.add(List.of(expression.split(" "))));
        split.sort(Comparator.comparingInt((List<String> words) -> words.size()).reversed());
        return split;
    }

    private static SimulatedSystem nothing() {
        return new SimulatedSystem(
                new SystemId("nothing"),
                "",
                List.of(),
                List.of(),
                List.of(),
                new Traffic(new mayday.scenario.ServiceId("nothing"), 0, List.of(), 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** No name is missing from a system that has none. */
    private static Lexicon nameless(Lexicon lexicon) {
        return new Lexicon(
                lexicon.abbreviations(),
                lexicon.courtesies(),
                lexicon.reasons(),
                lexicon.leadIns(),
                lexicon.followUps(),
                List.of(),
                java.util.Set.of(),
                java.util.Set.of(),
                lexicon.notNames(),
                java.util.Set.of(),
                java.util.Set.of(),
                Map.of(),
                List.of(),
                lexicon.spelt(),
                lexicon.glossary(),
                lexicon.faults(),
                lexicon.commands());
    }
}
