package mayday.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mayday.proof.Proved.Pair;
import mayday.scenario.CauseId;
import mayday.scenario.ChangeId;

/** What an author is told of red herrings beside the problems: how each is ruled out, and of which changes nothing is proved. */
public final class Remarks {
    /** Names after these are counted only. */
    private static final int MOST_NAMED = 5;

    private Remarks() {}

    /** Sentences without a full stop. */
    public static List<String> of(Proved proved) {
        var remarks = new ArrayList<String>();
        proved.redHerrings().stream()
                .map(Pair::other)
                .distinct()
                .forEach(herring -> remarks.add(ruledOut(proved, herring)));
        if (!proved.unexplained().isEmpty()) {
            remarks.add(unexplained(proved.unexplained()));
        }
        return List.copyOf(remarks);
    }

    private static String ruledOut(Proved proved, CauseId herring) {
        var pairs = proved.redHerrings().stream()
                .filter(pair -> pair.other().equals(herring))
                .toList();
        var ruledOut = pairs.stream().filter(pair -> pair.soonest().isPresent()).toList();
        var last = ruledOut.stream()
                .max(Comparator.comparing(Remarks::answered))
                .map(pair -> "; last under %s: \"%s\""
                        .formatted(pair.one(), pair.soonest().orElseThrow().words()))
                .orElse("");
        var under = ruledOut.size() == pairs.size()
                ? "every cause"
                : "%d of %d causes".formatted(ruledOut.size(), pairs.size());
        return "red herring %s is ruled out under %s%s".formatted(herring, under, last);
    }

    private static Duration answered(Pair pair) {
        return pair.soonest().map(Proved.Telling::answered).orElse(Duration.ZERO);
    }

    private static String unexplained(List<ChangeId> changes) {
        var named = changes.stream().limit(MOST_NAMED).map(ChangeId::value).collect(Collectors.joining(", "));
        var more = changes.size() > MOST_NAMED ? " and " + (changes.size() - MOST_NAMED) + " more" : "";
        return "no cause blames %s%s: that this can be ruled out is not proved (it is where a cause of `weight: 0` blames it)"
                .formatted(named, more);
    }
}
