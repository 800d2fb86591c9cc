package mayday.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import mayday.compiler.Compilation;
import mayday.compiler.Library;
import mayday.compiler.ScenarioCompiler;
import mayday.compiler.Shipped;
import mayday.compiler.Sources;
import mayday.debrief.Debrief;
import mayday.debrief.Debriefs;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What services are called has nothing to do with how well somebody does. */
class RenamedTest {
    private static final CauseId CAUSE = new CauseId("retry-storm");
    private static final Library LIBRARY = Shipped.library();
    private static final Sources SOURCES =
            LIBRARY.sources().getOrDefault(new ScenarioId("elevated-500s"), new Sources("", new HashMap<>()));

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"EXPERT", "METHODICAL", "JUMPER", "LUCKY_GUESSER"})
    void aRenamedServiceChangesNothing(Style style) {
        var before = debrief(compiled(SOURCES), style);
        var after = debrief(compiled(renamed()), style);

        assertThat(texts(after)).isEqualTo(texts(before));
        assertThat(after.structure().score()).isEqualTo(before.structure().score());
        assertThat(after.time()).isEqualTo(before.time());
        assertThat(after.impact().actual()).isEqualTo(before.impact().actual());
    }

    @Test
    void theOtherScenarioReallyHasOtherNames() {
        assertThat(compiled(renamed()).toString()).contains("ledger-db").doesNotContain("orders-db");
    }

    private static List<String> texts(Debrief debrief) {
        return debrief.structure().parts().stream()
                .flatMap(part -> part.findings().stream())
                .map(finding -> (finding.points() + " " + finding.text() + " " + finding.better())
                        .replace("ledger-db", "orders-db"))
                .toList();
    }

    private static Debrief debrief(Scenario scenario, Style style) {
        return Debriefs.of(Playthrough.play(scenario, 7, CAUSE, style));
    }

    private static Sources renamed() {
        var files = new HashMap<String, String>();
        SOURCES.files().forEach((path, text) -> files.put(path, text.replace("orders-db", "ledger-db")));
        return new Sources(SOURCES.main(), files);
    }

    private static Scenario compiled(Sources sources) {
        return switch (ScenarioCompiler.compile(sources)) {
            case Compilation.Compiled(var scenario, var _) -> scenario;
            case Compilation.Failed(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
