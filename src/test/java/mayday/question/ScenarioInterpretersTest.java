package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ScenarioInterpretersTest {

    @Test
    void keepsOneForEachRevision() {
        var interpreters = new ScenarioInterpreters(CompletableFuture.completedFuture(LoadedModel.MODEL));
        var first = interpreters.of(Storefront.scenario("a", List.of()));

        assertThat(interpreters.of(Storefront.scenario("a", List.of()))).isSameAs(first);
        assertThat(interpreters.of(Storefront.scenario("b", List.of()))).isNotSameAs(first);
    }

    @Test
    void forgetsTheLeastRecentlyUsed() {
        var interpreters = new ScenarioInterpreters(CompletableFuture.completedFuture(LoadedModel.MODEL));
        var first = interpreters.of(Storefront.scenario("first", List.of()));
        for (var i = 0; i < ScenarioInterpreters.MOST_KEPT; i++) {
            interpreters.of(Storefront.scenario("revision " + i, List.of()));
        }

        assertThat(interpreters.of(Storefront.scenario("first", List.of()))).isNotSameAs(first);
    }

    @Test
    void isReadyWhenItNeedsNotWait() {
        var model = new CompletableFuture<QuestionModel>();
        var interpreters = new ScenarioInterpreters(model);
        assertThat(interpreters.isReady(Storefront.scenario())).isFalse();

        model.complete(LoadedModel.MODEL);
        assertThat(interpreters.isReady(Storefront.scenario())).isFalse();

        interpreters.of(Storefront.scenario());
        assertThat(interpreters.isReady(Storefront.scenario())).isTrue();
    }

    @Test
    void saysThatTheModelFailed() {
        var interpreters =
                new ScenarioInterpreters(CompletableFuture.failedFuture(new IllegalStateException("no file")));

        assertThatThrownBy(() -> interpreters.of(Storefront.scenario()))
                .isInstanceOf(CompletionException.class)
                .hasMessage("the question model could not be loaded")
                .hasRootCauseMessage("no file");
    }
}
