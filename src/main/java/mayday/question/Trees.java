package mayday.question;

import java.util.List;
import java.util.SequencedCollection;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * How likely something is so by its {@link Traits}: the sum of what regression trees say, each of which was grown to mend what those before it
 * got wrong, is the logarithm of the odds (gradient boosting; Friedman 2001). Stored as a file that can be read: a tree a line, a branch as
 * the trait that it asks for, a number, and what follows where the trait is below that number and where it is not.
 */
record Trees(List<Tree> trees) {
    private static final int PARTS_OF_A_BRANCH = 4;

    Trees {
        trees = List.copyOf(trees);
    }

    /** A tree, or what follows in it. */
    sealed interface Tree {
        double of(Traits traits);

        /** All traits that it asks for. */
        void addTraitsTo(SequencedCollection<String> traits);
    }

    /** Asks whether {@code trait} is below {@code least}. */
    record Branch(String trait, double least, Tree below, Tree from) implements Tree {
        @Override
        public double of(Traits traits) {
            return (traits.values().getOrDefault(trait, 0.0) < least ? below : from).of(traits);
        }

        @Override
        public void addTraitsTo(SequencedCollection<String> traits) {
            traits.add(trait);
            below.addTraitsTo(traits);
            from.addTraitsTo(traits);
        }
    }

    /** How much it adds to the logarithm of the odds. */
    record Leaf(double odds) implements Tree {
        @Override
        public double of(Traits traits) {
            return odds;
        }

        @Override
        public void addTraitsTo(SequencedCollection<String> traits) {}
    }

    /** Those of a file of the ontology. */
    static Trees load(String file) {
        return new Trees(Ontology.<List<JsonNode>>readJson(file, new TypeReference<>() {}).stream()
                .map(Trees::tree)
                .toList());
    }

    private static Tree tree(JsonNode node) {
        if (node.isNumber()) {
            return new Leaf(node.asDouble());
        }
        if (node.size() != PARTS_OF_A_BRANCH) {
            throw new IllegalStateException("a branch has four parts: " + node);
        }
        return new Branch(node.get(0).asString(), node.get(1).asDouble(), tree(node.get(2)), tree(node.get(3)));
    }

    /** How likely what has these traits is so, 0 to 1. */
    double probability(Traits traits) {
        var odds = 0.0;
        for (var tree : trees) {
            odds += tree.of(traits);
        }
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** All traits that they ask for. */
    TreeSet<String> traits() {
        var traits = new TreeSet<String>();
        trees.forEach(tree -> tree.addTraitsTo(traits));
        return traits;
    }
}
