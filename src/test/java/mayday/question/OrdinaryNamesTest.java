package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordinary words that are also what a service is called say what is meant, where nothing else is named. */
class OrdinaryNamesTest {
    private static final Evaluations.Asked ASKED =
            Evaluations.asking(LoadedModel.MODEL, Evaluations.shipped("elevated-500s"));

    @ParameterizedTest
    @CsvSource({
        "got a trace of a failed login?, traces[accounts]",
        "any config changes on the dns?, config-flag-changes[resolver]",
        "how slow is the website?, latency[web]",
        "who is on call for dns issues?, oncall-escalation[resolver]",
        "what is the latency of search for the website?, latency[search]",
    })
    void sayWhatIsMeant(String words, String heard) {
        assertThat(LoadedModel.read(ASKED.apply(words))).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "how many users are affected?, customer-impact[]",
        "what is the dns ttl?, dns-ttl-resolver[]",
    })
    void areNotNamesOfPeopleOrOfWhatIsLookedUp(String words, String heard) {
        assertThat(LoadedModel.read(ASKED.apply(words))).isEqualTo(heard);
    }
}
