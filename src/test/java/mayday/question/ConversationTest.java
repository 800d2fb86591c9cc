package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.evidence.Target;
import mayday.scenario.ServiceId;
import org.junit.jupiter.api.Test;

class ConversationTest {

    @Test
    void knowsWhatWasAskedAboutLatestFirst() {
        var conversation = LoadedModel.saying(turn("error rate of checkout"), turn("cpu of orders-db"));

        assertThat(conversation.askedAbout()).containsExactly(new ServiceId("orders-db"), new ServiceId("checkout"));
        assertThat(conversation.last().getFirst().targets())
                .containsExactly(new Target.OfService(new ServiceId("orders-db")));
    }

    @Test
    void mayMentionThePagedServiceAlways() {
        assertThat(LoadedModel.saying().mentionable()).containsExactly(new ServiceId("edge"));
    }

    @Test
    void knowsWhatWasAskedBack() {
        assertThat(LoadedModel.saying(turn("cpu?")).askedBack()).contains("cpu?");
        assertThat(LoadedModel.saying(turn("cpu?"), turn("since when")).askedBack())
                .isEmpty();
    }

    private static Conversation.Turn turn(String words) {
        return new Conversation.Turn(words, LoadedModel.ask(words));
    }
}
