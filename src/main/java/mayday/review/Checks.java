package mayday.review;

import java.util.List;

/** The checks of a post-mortem. They read words, so they can be wrong: they advise, and forbid nothing. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new NothingEmpty(),
            new QuantifiedImpact(),
            new AgreeingFigures(),
            new Blameless(),
            new CausalChain(),
            new SystemicActions(),
            new OwnedActions());

    private Checks() {}

    /** One check. */
    interface Check {
        Remark of(PostMortem written, Facts facts, Wording wording);
    }

    /** What every check says, in the order in which they are shown. */
    public static List<Remark> of(PostMortem written, Facts facts, Wording wording) {
        return ALL.stream().map(check -> check.of(written, facts, wording)).toList();
    }
}
