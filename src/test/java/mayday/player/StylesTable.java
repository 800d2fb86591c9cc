package mayday.player;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import mayday.compiler.Library;
import mayday.debrief.Debriefs;

/** Prints what each built-in player scores on each cause of every scenario that we ship. */
final class StylesTable {
    private static final long SEED = 7;

    private StylesTable() {}

    public static void main(String[] arguments) {
        for (var scenario : Library.read(Path.of("scenarios")).scenarios()) {
            if (arguments.length > 0 && !scenario.id().value().equals(arguments[0])) {
                continue;
            }
            for (var cause : scenario.causes()) {
                if (arguments.length > 1 && !cause.id().value().equals(arguments[1])) {
                    continue;
                }
                for (var style : Style.values()) {
                    if (arguments.length > 2 && !style.name().equalsIgnoreCase(arguments[2])) {
                        continue;
                    }
                    var began = System.nanoTime();
                    var incident = Playthrough.play(scenario, SEED, cause.id(), style);
                    var played = System.nanoTime();
                    var debrief = Debriefs.of(incident);
                    var done = System.nanoTime();
                    System.out.printf(
                            Locale.ROOT,
                            "%-24s %-26s %-14s %3d  %s  %s %5.0f k %5.1f s %5.1f s%n",
                            scenario.id(),
                            cause.id(),
                            style,
                            debrief.structure().score(),
                            debrief.structure().parts().stream()
                                    .map(part -> String.format(Locale.ROOT, "%3d", part.score()))
                                    .collect(Collectors.joining(" ")),
                            debrief.time().mitigate() instanceof mayday.debrief.Debrief.Elapsed.After(var length)
                                    ? String.format(
                                            Locale.ROOT, "TTM %2d:%02d", length.toMinutes(), length.toSecondsPart())
                                    : "never    ",
                            debrief.impact().actual().failedRequests() / 1000,
                            (played - began) / 1e9,
                            (done - played) / 1e9);
                    if (arguments.length > 2) {
                        debrief.structure()
                                .parts()
                                .forEach(part -> part.findings()
                                        .forEach(finding -> System.out.printf(
                                                "    %-22s %+4d %s | %s%n",
                                                part.id(), finding.points(), finding.text(), finding.better())));
                        debrief.timeline()
                                .forEach(entry -> System.out.println("    " + entry.at() + " " + entry.text() + " -- "
                                        + entry.detail().lines().findFirst().orElse("")));
                    }
                }
            }
        }
    }
}
