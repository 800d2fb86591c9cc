package mayday.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Interpretation;
import mayday.evidence.Window;
import mayday.incident.Beginning;
import mayday.incident.ClockMode;
import mayday.incident.Event;
import mayday.incident.IncidentId;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Offer;
import mayday.incident.Understanding.Suggestion;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Revision;
import mayday.scenario.ScenarioId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions that were not understood are kept for the author, the journal being all that is kept. */
@ParameterizedClass
@EnumSource(Store.class)
class MisunderstoodTest {
    private static final Instant NOON = JournalTest.NOON;
    private static final Understanding ASKED_BACK = new Understanding(
            Outcome.ASK_BACK,
            List.of(),
            "Of which service?",
            List.of(new Suggestion("edge", "CPU of edge")),
            Offer.NONE);
    private static final Understanding ANSWERED =
            Understanding.answered(List.of(new Interpretation(Dimension.CPU, List.of(), new Window.Usual(), 1, "")));
    private static final Understanding VAGUE = Understanding.refused(Outcome.TOO_VAGUE, "Which service?");

    @Parameter
    private Store store = Store.SQLITE;

    @Test
    void theMostFrequentComesFirstHoweverItWasWritten(@TempDir Path folder) throws DataUnusable {
        try (var journal = Journal.open(store.place(folder), InstantSource.fixed(NOON))) {
            incident(
                    journal,
                    "one",
                    "outage",
                    asks("Sam", "how hot is it?", ASKED_BACK),
                    asks("Sam", "cpu of edge", ANSWERED));
            incident(journal, "two", "outage", asks("Ada", "eh", VAGUE), asks("Ada", "How  hot is it", ASKED_BACK));
            incident(journal, "three", "other", asks("Bo", "not about this", VAGUE));

            assertThat(journal.misunderstood(new ScenarioId("outage")))
                    .containsExactly(
                            new Misunderstood(
                                    "how hot is it?",
                                    Outcome.ASK_BACK,
                                    "Of which service?",
                                    List.of("edge"),
                                    "cpu of edge",
                                    2),
                            new Misunderstood("eh", Outcome.TOO_VAGUE, "Which service?", List.of(), "", 1));
        }
    }

    @Test
    void nobodyIsNamed(@TempDir Path folder) throws DataUnusable {
        try (var journal = Journal.open(store.place(folder), InstantSource.fixed(NOON))) {
            incident(journal, "one", "outage", asks("Samantha", "hm", VAGUE));

            assertThat(journal.misunderstood(new ScenarioId("outage")).toString())
                    .doesNotContain("Samantha")
                    .doesNotContain("p-Samantha");
        }
    }

    @Test
    void whatWasUnderstoodIsNotAmongThem(@TempDir Path folder) throws DataUnusable {
        try (var journal = Journal.open(store.place(folder), InstantSource.fixed(NOON))) {
            incident(
                    journal,
                    "one",
                    "outage",
                    asks("Sam", "cpu of edge", ANSWERED),
                    asks("Sam", "roll it back", Understanding.refused(Outcome.ACTION, "")),
                    asks("Sam", "tell me the cause", Understanding.refused(Outcome.NO_ANSWER_KEY, "")));

            assertThat(journal.misunderstood(new ScenarioId("outage"))).isEmpty();
        }
    }

    @Test
    void noMoreAreToldThanAnAuthorReads() {
        var asked = new ArrayList<Misunderstood.Asked>();
        for (var i = 0; i < 3 * Misunderstood.MOST_TOLD; i++) {
            asked.add(new Misunderstood.Asked(new IncidentId("one"), asks("Sam", "riddle " + i, VAGUE)));
        }

        assertThat(Misunderstood.among(asked)).hasSize(Misunderstood.MOST_TOLD);
    }

    private static Event.QuestionAsked asks(String by, String words, Understanding understood) {
        return new Event.QuestionAsked(new QuestionId("Q1"), new Participant("p-" + by, by), words, understood, NOON);
    }

    private static void incident(Journal journal, String id, String scenario, Event... events) {
        var opened = new Event.IncidentOpened(
                new ScenarioId(scenario),
                new Revision("r1"),
                1,
                new CauseId("cause"),
                ClockMode.PRACTICE,
                NOON,
                new Participant("p", "Somebody"),
                Terms.UNAIDED,
                new Beginning.Fresh());
        var recorded = new ArrayList<Recorded>();
        recorded.add(new Recorded(1, NOON, opened));
        for (var event : events) {
            recorded.add(new Recorded(recorded.size() + 1, NOON, event));
        }
        assertThat(journal.open(new IncidentId(id), JournalTest.SOURCES, recorded.subList(0, 1)))
                .isInstanceOf(Append.Appended.class);
        assertThat(journal.append(new IncidentId(id), 1, recorded.subList(1, recorded.size()), Status.OPEN))
                .isInstanceOf(Append.Appended.class);
    }
}
