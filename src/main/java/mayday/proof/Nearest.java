package mayday.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mayday.evidence.Answer;
import mayday.proof.Proved.Telling;
import mayday.scenario.Cause;

/** Which question comes nearest to ruling a red herring out: the one that does so under most causes. */
final class Nearest {
    private final int causes;
    private final Map<Integer, Near> byHerring = new HashMap<>();

    /** @param under how many causes it rules the red herring out */
    private record Near(Telling telling, long under) {}

    /** @param causes how many there are; red herrings are numbered after them */
    Nearest(int causes) {
        this.causes = causes;
    }

    /** @param answers of all causes, and after them of the red herrings */
    void heard(Telling telling, List<Answer> answers) {
        for (var herring = causes; herring < answers.size(); herring++) {
            var suspected = answers.get(herring);
            var under = answers.subList(0, causes).stream()
                    .filter(answer -> !Discernment.alike(answer, suspected))
                    .count();
            byHerring.merge(herring, new Near(telling, under), Nearest::better);
        }
    }

    /** Reports that no question tells a red herring from a cause. */
    void report(Draft draft, Cause cause, Cause herring, int number, int asked) {
        var near = byHerring.get(number);
        draft.report(
                herring,
                "undiscernible-red-herring",
                "nothing that can be asked rules the red herring `%s` out where `%s` is true: %,d questions are answered as if it were to blame%s"
                        .formatted(
                                herring.id(),
                                cause.id(),
                                asked,
                                near == null || near.under() == 0
                                        ? ""
                                        : "; \"%s\" comes nearest, which rules it out under %d of %d causes"
                                                .formatted(near.telling().words(), near.under(), causes)),
                "write a question about what is suspected, with another answer for `causes: [%s]` than for `%s`, or let its states do something else to the system"
                        .formatted(herring.id(), cause.id()));
    }

    private static Near better(Near one, Near other) {
        return other.under() > one.under() || (other.under() == one.under() && isSooner(other, one)) ? other : one;
    }

    private static boolean isSooner(Near one, Near than) {
        return one.telling().takes().compareTo(than.telling().takes()) < 0;
    }
}
