package mayday.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.debrief.Debriefs;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.review.Wording.Reach;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The post-mortems that are shipped stand up to the checks that learners' have to, and are shown beside theirs. */
class AuthoredPostMortemsTest {
    private static final Library LIBRARY = Shipped.library();

    record Written(Scenario scenario, Cause cause) {
        @Override
        public String toString() {
            return scenario.id() + "/" + cause.id();
        }
    }

    static List<Written> written() {
        return LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream().map(cause -> new Written(scenario, cause)))
                .filter(each -> !each.cause().postMortem().isEmpty())
                .toList();
    }

    private static Incident timedOut(Written of) {
        var opened = Decider.open(
                        of.scenario(), 3, of.cause().id(), ClockMode.PRACTICE, Instant.EPOCH, new Participant("p1", ""))
                .after();
        return Decider.decide(
                        of.scenario(),
                        opened,
                        new Command.Observe(),
                        of.scenario().endsAt())
                .after();
    }

    @ParameterizedTest
    @MethodSource("written")
    void standsUpToTheChecks(Written of) {
        var incident = timedOut(of);
        var facts = Facts.of(incident, Debriefs.of(incident));
        var reference = Reference.of(incident, facts);
        assertThat(reference.authored()).isTrue();
        var asOnesOwn = new PostMortem(
                Map.of(
                        Section.SUMMARY, reference.text(Section.SUMMARY),
                        Section.IMPACT, reference.text(Section.IMPACT),
                        Section.ROOT_CAUSE, reference.text(Section.SUMMARY),
                        Section.CONTRIBUTING_FACTORS, reference.text(Section.CONTRIBUTING_FACTORS)),
                reference.actions());

        var remarks = Checks.of(asOnesOwn, facts, Ended.WORDING);

        assertThat(remarks)
                .filteredOn(remark -> !remark.rule().equals("complete"))
                .flatExtracting(Remark::notes)
                .isEmpty();
        assertThat(reference.actions())
                .allSatisfy(action -> assertThat(Ended.WORDING.reach(action.text()))
                        .as(action.text())
                        .isEqualTo(Reach.SYSTEMIC));
    }

    @ParameterizedTest
    @MethodSource("unwritten")
    void withoutOneTheTruthIsShown(Written of) {
        var incident = timedOut(of);

        var reference = Reference.of(incident, Facts.of(incident, Debriefs.of(incident)));

        assertThat(reference.authored()).isFalse();
        assertThat(reference.text(Section.SUMMARY)).endsWith(of.cause().title() + ".");
        assertThat(reference.text(Section.ROOT_CAUSE)).startsWith(of.cause().explanation());
        assertThat(reference.actions()).isEmpty();
    }

    static Stream<Written> unwritten() {
        return LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream().map(cause -> new Written(scenario, cause)))
                .filter(each -> each.cause().postMortem().isEmpty())
                .limit(2);
    }
}
