package mayday.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    @ParameterizedTest
    @CsvSource({"checkout, checkout, 0", "chekout, checkout, 1", "chekcout, checkout, 1", "'', web, 3", "web, cart, 4"})
    void countsLettersToChange(String left, String right, int edits) {
        assertThat(Suggestions.edits(left, right)).isEqualTo(edits);
    }

    @Test
    void suggestsTheNearestNameWithinOneEditInThreeLetters() {
        var services = List.of("catalog", "catalog-db", "checkout");

        assertThat(Suggestions.nearest("chekuot", services)).isEqualTo("did you mean `checkout`?");
        assertThat(Suggestions.nearest("Catalog-DB", services)).isEqualTo("did you mean `catalog-db`?");
        assertThat(Suggestions.nearest("payments", services))
                .isEqualTo("there is `catalog`, `catalog-db` or `checkout`");
    }

    @Test
    void staysSilentWhereNothingHelps() {
        var many = IntStream.range(100, 200).mapToObj(i -> "service-" + i).toList();

        assertThat(Suggestions.nearest("payments", many)).isEmpty();
        assertThat(Suggestions.nearest("payments", List.of())).isEmpty();
        assertThat(Suggestions.nearest("x".repeat(5_000), List.of("y".repeat(5_000))))
                .startsWith("there is");
    }
}
