package mayday.playthrough;

import java.util.stream.Stream;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Body;
import mayday.playthrough.Expectation.Shown;
import mayday.scenario.AuthoredEvidence;

/** Recognises revealed evidence as what authors name. */
final class Exhibits {
    private Exhibits() {}

    static boolean isShown(Evidence evidence, Shown shown) {
        return switch (shown) {
            case Shown.OfKind(var kind) -> evidence.body().kind().equals(kind);
            case Shown.Authored(var authored) -> isAuthored(evidence, authored);
        };
    }

    /**
     * Whether it is what the author wrote: by title and source, and by its words, since two pieces may have the same title. Words with
     * figures in them differ from what was written, and are not compared.
     */
    static boolean isAuthored(Evidence evidence, AuthoredEvidence authored) {
        if (!evidence.title().equals(authored.title()) || !evidence.source().equals(authored.source())) {
            return false;
        }
        var written = squeezed(authored.text());
        return written.contains("{{") || lines(evidence.body()).allMatch(line -> written.contains(squeezed(line)));
    }

    private static Stream<String> lines(Body body) {
        return switch (body) {
            case Evidence.Log(var entries, var _) -> entries.stream().map(Evidence.Log.Entry::text);
            case Evidence.Output(var _, var _, var lines) -> lines.stream();
            case Evidence.Note(var paragraphs) -> paragraphs.stream();
            // Nobody writes these by hand.
            case Evidence.Chart _, Evidence.Changes _, Evidence.Table _, Evidence.Trace _ -> Stream.of("\0");
        };
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static String words(Evidence evidence) {
        return evidence.id() + " (" + evidence.body().kind() + ": " + evidence.title() + ")";
    }
}
