package mayday.playthrough;

import java.util.stream.Stream;
import mayday.evidence.Evidence;
import mayday.evidence.Evidence.Body;
import mayday.playthrough.Expectation.Shown;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.Recorded;

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
        return switch (authored.content()) {
            case AuthoredEvidence.Written(var _, var text) -> isWritten(evidence.body(), squeezed(text));
            case Recorded.Series(var _, var curves) ->
                evidence.body() instanceof Evidence.Chart(var _, var lines, var _)
                        && lines.stream()
                                .allMatch(line -> curves.stream()
                                        .anyMatch(curve -> curve.name().equals(line.name())));
            case Recorded.Log(var lines) ->
                evidence.body() instanceof Evidence.Log(var entries, var _)
                        && entries.stream()
                                .allMatch(entry -> lines.stream()
                                        .anyMatch(line -> line.text().equals(entry.text())));
        };
    }

    private static boolean isWritten(Body body, String written) {
        return written.contains("{{") || lines(body).allMatch(line -> written.contains(squeezed(line)));
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
