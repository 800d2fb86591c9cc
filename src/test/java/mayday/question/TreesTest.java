package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
    private static final Trees TREES = new Trees(List.of(
            new Trees.Leaf(-1),
            new Trees.Branch(
                    "near", 0.5, new Trees.Leaf(0), new Trees.Branch("far", 2, new Trees.Leaf(1), new Trees.Leaf(4)))));

    private static Traits traits(double near, double far) {
        return new Traits(Map.of("near", near, "far", far));
    }

    @Test
    void whatTreesSayAddsUp() {
        assertThat(TREES.probability(traits(0.4, 9))).isCloseTo(1 / (1 + Math.exp(1)), within(1e-12));
        assertThat(TREES.probability(traits(0.5, 1.9))).isEqualTo(0.5);
        assertThat(TREES.probability(traits(0.5, 2))).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-12));
        assertThat(TREES.traits()).containsExactly("far", "near");
    }

    /** Near or far, but not both: what no sum of weights can tell. */
    @Test
    void treesLearnWhatDependsOnSomethingElse() {
        var trees = TreesFit.to(eitherNearOrFar());

        assertThat(trees.probability(traits(0.9, 0.1))).isGreaterThan(0.95);
        assertThat(trees.probability(traits(0.1, 0.9))).isGreaterThan(0.95);
        assertThat(trees.probability(traits(0.9, 0.9))).isLessThan(0.05);
        assertThat(trees.probability(traits(0.1, 0.1))).isLessThan(0.05);
    }

    @Test
    void theSameSamplesGiveTheSameTrees() {
        assertThat(TreesFit.to(eitherNearOrFar())).isEqualTo(TreesFit.to(eitherNearOrFar()));
    }

    @Test
    void whatIsWrittenIsATreeALine(@TempDir Path folder) throws IOException {
        var file = folder.resolve("trees.json");
        TreesFit.write(file, TREES);

        assertThat(Files.readString(file)).isEqualTo("""
                [
                -1,
                ["near",0.5,0,["far",2,1,4]]
                ]
                """);
    }

    private static List<TreesFit.Judged> eitherNearOrFar() {
        var judged = new ArrayList<TreesFit.Judged>();
        for (var i = 0; i < 20; i++) {
            for (var j = 0; j < 20; j++) {
                judged.add(new TreesFit.Judged(traits(i / 20.0, j / 20.0), i < 12 != j < 8));
            }
        }
        return judged;
    }
}
