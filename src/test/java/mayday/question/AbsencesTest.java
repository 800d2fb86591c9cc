package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.incident.Outcome;
import mayday.scenario.SimulatedSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a system has not got is said to be absent, and nothing else is. */
class AbsencesTest {
    private static final Lexicon LEXICON = Ontology.wordLists();

    static Stream<SimulatedSystem> systems() {
        var shipped = Shipped.library().scenarios().stream();
        var features = Library.read(Path.of("src/test/resources/features")).scenarios().stream();
        return Stream.concat(
                Stream.of(Storefront.system()), Stream.concat(shipped, features).map(each -> each.system()))
                .collect(java.util.stream.Collectors.toMap(each -> each.id(), each -> each, (one, _) -> one))
                .values()
                .stream();
    }

    @Test
    void theGazetteerIsLarge() {
        assertThat(Set.copyOf(LEXICON.technologies())).hasSizeGreaterThanOrEqualTo(300);
        assertThat(LEXICON.technologies()).doesNotHaveDuplicates();
        assertThat(LEXICON.services()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(LEXICON.otherPlaces()).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    }

    /** Every name, alias, product and team of the system, and every word that its own file uses. */
    @ParameterizedTest
    @MethodSource("systems")
    void nothingOfTheSystemItselfIsAbsent(SimulatedSystem system) {
        var own = new ArrayList<String>();
        for (var service : system.services()) {
            own.add(service.id().value());
            own.add(service.title());
            own.add(service.technology());
            own.addAll(service.aliases());
            own.add("errors of the " + service.id() + " service");
            service.aliases().forEach(alias -> own.add("is the " + alias + " service ok"));
        }
        for (var region : system.regions()) {
            own.add(region.id().value());
            own.add(region.title());
            own.addAll(region.aliases());
        }
        for (var team : system.teams()) {
            own.add("team " + team.id());
            own.add(team.title() + " team");
            own.addAll(team.aliases());
        }
        system.jobs().forEach(job -> own.add(job.name() + " " + job.what()));
        system.changes().forEach(change -> own.add(change.what()));
        system.runbooks().forEach(runbook -> own.add(runbook.title()));

        assertThat(absent(system, own)).isEmpty();
    }

    /** The phrasings are the plainest English that there is about systems; one of five is read in each build. */
    @ParameterizedTest
    @MethodSource("systems")
    void onlyProductsAreAbsentOfAllThatTheOntologySays(SimulatedSystem system) {
        var questions = Turns.one(5, Taught.load().examples())
                .map(example -> example.phrasing().replaceAll("\\{[a-z]+\\}", "it"))
                .toList();

        // A phrasing may name a product, with the name of its tool at its end; where a system has not got it, it is
        // rightly absent.
        assertThat(absent(system, questions))
                .allMatch(name -> LEXICON.technologies().stream().anyMatch(name::startsWith));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is it live",
                "live traffic",
                "which users are hurt",
                "are customers in germany affected",
                "what do the comments say",
                "is the vault door closed",
                "show me the profile of a slow request",
                "any claims yet",
                "did the weather change",
                "is there a library update",
                "restore from archive",
                "what do friends of mine say",
                "hong kong phooey was a dog",
                "the spark of an idea",
                "access to documents",
                "errors on the calendar day"
            })
    void ordinaryEnglishIsNothingAbsent(String words) {
        assertThat(absent(Storefront.system(), List.of(words.replace("hong kong", "old"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka lag?                         | There is no Kafka here. Ask about something that this system has.",
                "is rabbitmq backed up              | There is no Rabbitmq here. Ask about something that this system has.",
                "errors in mongodb                  | There is no Mongodb here. Ask about something that this system has.",
                "how is snowflake doing             | There is no Snowflake here. Ask about something that this system has.",
                "latency of the shipping service    | There is no Shipping here. Ask about something that this system has.",
                "errors of transcoding              | There is no Transcoding here. Ask about something that this system has.",
                "the gizmo service logs             | There is no Gizmo service here. Ask about something that this system has.",
                "cpu of checkout-99                 | There is no checkout-99 here. Ask about something that this system has.",
                "errors in us-west-2                | There is no region us-west-2 here. Ask about one that this system has.",
                "latency in brazil                  | There is no region Brazil here. Ask about one that this system has.",
                "is elastic search slow in sydney   | There is no Elastic search here. Ask about something that this system has."
            })
    void whatIsNotThereIsSaidAndNothingElseIsShown(String words, String reply) {
        var understood = LoadedModel.ask(words);

        assertThat(understood.outcome()).isEqualTo(Outcome.ABSENT);
        assertThat(understood.reply()).isEqualTo(reply);
        assertThat(understood.interpretations()).isEmpty();
    }

    /** There is a queue, and it is Kafka; of payments it knows nothing. */
    @Test
    void whatIsThereDoesNotAnswerForWhatIsNot() {
        var understood =
                LoadedModel.ask(Evaluations.shipped("elevated-500s-streaming"), "kafka lag of the payments queue?");

        assertThat(understood.outcome()).isEqualTo(Outcome.ABSENT);
        assertThat(understood.reply())
                .isEqualTo("There is no Payments here. Ask about something that this system has.");
    }

    private static Set<String> absent(SimulatedSystem system, List<String> texts) {
        var names = new Names(system, LEXICON);
        var reader = new Reader(LEXICON, new Spelling(Map.of(), _ -> true), names);
        var absent = new java.util.TreeSet<String>();
        for (var text : texts) {
            for (var piece : reader.pieces(text)) {
                if (piece instanceof Piece.Missing(var name, var _)) {
                    absent.add(name);
                }
            }
        }
        return absent;
    }
}
