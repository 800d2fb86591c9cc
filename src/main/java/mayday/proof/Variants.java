package mayday.proof;

import java.time.Duration;
import java.util.List;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Organisation;
import mayday.scenario.Scenario;

/** A scenario with one thing changed, for a proof that must not depend on it. */
final class Variants {
    private static final Duration LONGER = Duration.ofHours(3);

    private Variants() {}

    static Scenario unconditional(Scenario scenario) {
        var questions = scenario.questions().stream()
                .map(question -> new AuthoredQuestion(
                        question.id(),
                        question.dimension(),
                        question.services(),
                        question.asks(),
                        question.takes(),
                        List.of(),
                        "",
                        question.answers()))
                .toList();
        return with(scenario, questions, scenario.limit(), scenario.organisation());
    }

    /** One in which there is time to look what becomes of a state that is reached late, and nobody has to be asked or is kept out. */
    static Scenario lasting(Scenario scenario) {
        var usual = scenario.organisation();
        var consenting = new Organisation(
                List.of(), usual.people(), usual.statusPage(), usual.vendors(), List.of(), usual.tools());
        return with(scenario, scenario.questions(), scenario.limit().plus(LONGER), consenting);
    }

    private static Scenario with(
            Scenario scenario, List<AuthoredQuestion> questions, Duration limit, Organisation organisation) {
        return new Scenario(
                scenario.id(),
                scenario.revision(),
                scenario.title(),
                scenario.summary(),
                scenario.level(),
                scenario.tags(),
                scenario.system(),
                scenario.page(),
                scenario.pagedAt(),
                limit,
                scenario.causes(),
                scenario.redHerrings(),
                scenario.changes(),
                scenario.alerts(),
                scenario.messages(),
                scenario.replies(),
                questions,
                scenario.mitigated(),
                scenario.durations(),
                organisation,
                scenario.particulars());
    }
}
