package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A wording is added where the others stand, and nothing else of the text changes. */
class AsksTest {
    @Test
    void toAListInBrackets() {
        var text = "questions:\n  pools: { dimension: conn-pools, asks: [ \"pool size?\", other ] } # kept\n";
        assertThat(Asks.with(text, "pools", " how big is the \"pool\"? "))
                .contains("questions:\n  pools: { dimension: conn-pools, asks: [ \"how big is the \\\"pool\\\"?\","
                        + " \"pool size?\", other ] } # kept\n");
    }

    @Test
    void toAListOfLines() {
        var text = "questions:\n  pools:\n    asks:\n      - pool size?\n      - other\n";
        assertThat(Asks.with(text, "pools", "how big?"))
                .contains("questions:\n  pools:\n    asks:\n      - \"how big?\"\n      - pool size?\n      - other\n");
    }

    @Test
    void toAQuestionWithoutAny() {
        var text = "questions:\n  pools:\n    dimension: conn-pools\n";
        assertThat(Asks.with(text, "pools", "how big?"))
                .contains("questions:\n  pools:\n    asks: [ \"how big?\" ]\n    dimension: conn-pools\n");
    }

    @Test
    void whatHasToBeDoneByHandIsLeftAlone() {
        assertThat(Asks.with("questions:\n  pools: { asks: one }\n", "pools", "two"))
                .isEmpty();
        assertThat(Asks.with("questions:\n  pools: { asks: [] }\n", "drains", "two"))
                .isEmpty();
        assertThat(Asks.with("questions: [", "pools", "two")).isEmpty();
        assertThat(Asks.with("questions:\n  pools: { asks: [ one ] }\n", "pools", " "))
                .isEmpty();
    }
}
