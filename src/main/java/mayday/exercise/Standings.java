package mayday.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The order of teams. Each of four columns counts the same: time to mitigation, diagnostic structure, impact, command and communication. A
 * team's sum is that of its places in them, the lowest sum leads, and of equal sums the one with fewer failed requests.
 */
public final class Standings {
    /** For whom customers are still hurt comes after everybody for whom they are not. */
    private static final Duration NEVER = Duration.ofDays(365);

    private Standings() {}

    /**
     * A team's place.
     *
     * @param place from 1; teams that are alike in everything share one
     * @param sum of the four places below
     */
    public record Place(
            int place, Standing standing, int sum, int mitigation, int structure, int impact, int communication) {}

    /** All teams, the first place first. */
    public static List<Place> of(List<Standing> standings) {
        var places = new ArrayList<Place>();
        for (var each : standings) {
            var mitigation = place(standings, each, Standings::seconds);
            var structure = place(standings, each, other -> -other.structure());
            var impact = place(standings, each, Standing::failedRequests);
            var communication = place(standings, each, other -> -other.communication());
            var sum = mitigation + structure + impact + communication;
            places.add(new Place(0, each, sum, mitigation, structure, impact, communication));
        }
        places.sort(Comparator.comparingInt(Place::sum)
                .thenComparingLong(each -> each.standing().failedRequests()));
        return numbered(places);
    }

    private static List<Place> numbered(List<Place> sorted) {
        var numbered = new ArrayList<Place>();
        for (var each : sorted) {
            var isShared = !numbered.isEmpty()
                    && numbered.getLast().sum() == each.sum()
                    && numbered.getLast().standing().failedRequests()
                            == each.standing().failedRequests();
            var place = isShared ? numbered.getLast().place() : numbered.size() + 1;
            numbered.add(new Place(
                    place,
                    each.standing(),
                    each.sum(),
                    each.mitigation(),
                    each.structure(),
                    each.impact(),
                    each.communication()));
        }
        return numbered;
    }

    private static double seconds(Standing standing) {
        return standing.mitigatedAfter().stream().findFirst().orElse(NEVER).toSeconds();
    }

    /** One more than there are better ones; lower values are better. */
    private static int place(List<Standing> all, Standing one, ToDoubleFunction<Standing> value) {
        var own = value.applyAsDouble(one);
        return 1
                + (int) all.stream()
                        .filter(each -> value.applyAsDouble(each) < own)
                        .count();
    }
}
