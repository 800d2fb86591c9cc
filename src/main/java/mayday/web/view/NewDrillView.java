package mayday.web.view;

import java.util.List;
import java.util.Map;
import mayday.exercise.DrillLimits;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;

/**
 * The form that makes a drill.
 *
 * @param typed what was typed, by field
 * @param mistakes what is wrong, by field; none in a form that was not sent yet
 */
public record NewDrillView(
        List<ScenarioChoice> scenarios, List<Choice> rubrics, Map<String, String> typed, Map<String, String> mistakes) {
    public static final int TITLE = DrillLimits.TITLE_CHARACTERS;
    public static final int INTEL = DrillLimits.INTEL_CHARACTERS;
    public static final long SHORTEST = DrillLimits.SHORTEST.toMinutes();
    public static final long LONGEST = DrillLimits.LONGEST.toMinutes();
    public static final int TEAMS = DrillLimits.TEAMS;
    public static final int PEOPLE = DrillLimits.PEOPLE_A_TEAM;

    public NewDrillView {
        scenarios = List.copyOf(scenarios);
        rubrics = List.copyOf(rubrics);
        typed = Map.copyOf(typed);
        mistakes = Map.copyOf(mistakes);
    }

    /** A scenario with its causes: facilitators may know them. */
    public record ScenarioChoice(String id, String title, long minutes, List<Choice> causes) {
        public ScenarioChoice {
            causes = List.copyOf(causes);
        }

        public static ScenarioChoice of(Scenario scenario) {
            return new ScenarioChoice(
                    scenario.id().value(),
                    scenario.title(),
                    scenario.limit().toMinutes(),
                    scenario.causes().stream().map(ScenarioChoice::cause).toList());
        }

        private static Choice cause(Cause cause) {
            return new Choice(cause.id().value(), cause.title());
        }
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    /** What is wrong with a field, as a sentence; empty if nothing is. */
    public String mistake(String field) {
        var detail = mistakes.getOrDefault(field, "");
        return detail.isEmpty() ? "" : "This " + detail + ".";
    }

    public boolean isWrong(String field) {
        return mistakes.containsKey(field);
    }
}
