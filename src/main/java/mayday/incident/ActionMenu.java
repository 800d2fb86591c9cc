package mayday.incident;

import java.util.stream.Stream;
import mayday.scenario.Change;
import mayday.scenario.ChangeKind;
import mayday.scenario.Scenario;

/** What can be done in a scenario, and on what. */
public final class ActionMenu {
    private ActionMenu() {}

    /** The flags that the change logs of this system know, whichever cause is true; in order of name. */
    public static Stream<String> flags(Scenario scenario) {
        return Stream.of(
                        scenario.system().changes().stream(),
                        scenario.changes().stream(),
                        scenario.causes().stream().flatMap(cause -> cause.changes().stream()))
                .flatMap(each -> each)
                .filter(change -> change.kind() == ChangeKind.FLAG)
                .map(Change::subject)
                .distinct()
                .sorted();
    }
}
