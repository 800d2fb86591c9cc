package mayday.simulation;

import java.util.stream.IntStream;
import mayday.scenario.Scaling;

/**
 * Autoscalers, of services that have one: they track the processor's use, and are late.
 *
 * <p>The rule is that of Kubernetes' Horizontal Pod Autoscaler and of target tracking in EC2 Auto Scaling: every so often {@code wanted
 * = ready x use / target}, rounded up, unless it is within a tenth of the target; replicas are taken away only some time after the last
 * change. New replicas need their time to start on top of that. What people ask for by hand holds until the next decision.
 */
final class Autoscalers {
    private static final double TOLERANCE = 0.1;
    private static final double ROUNDING = 1e-9;

    private final int nodes;
    private final int[] automatic;
    private final long[] reaction;
    private final double[] coolDown;

    Autoscalers(Topology topology) {
        nodes = topology.nodeCount();
        reaction = new long[nodes];
        coolDown = new double[nodes];
        automatic = IntStream.range(0, nodes)
                .filter(n -> topology.nodes.get(n).service().scaling() instanceof Scaling.Automatic)
                .toArray();
        for (var n : automatic) {
            if (topology.nodes.get(n).service().scaling() instanceof Scaling.Automatic scaling) {
                reaction[n] = Math.max(1, Math.round(scaling.reactionSeconds()));
                coolDown[n] = scaling.coolDownSeconds();
            }
        }
    }

    /** Sets how many replicas are wanted where there is an autoscaler; before the origin they watch and decide nothing. */
    void decide(ModelState now, ModelState next, long step, Parameters parameters, Flows flows) {
        for (var n : automatic) {
            next.asked[n] = parameters.replicas[n];
            next.desired[n] = now.desired[n];
            next.changedAt[n] = now.changedAt[n];
            next.observed[n] = step > 0 ? now.observed[n] : 0;
            if (parameters.replicas[n] != now.asked[n]) {
                want(parameters.replicas[n], n, step, next);
            }
            if (step > 0 && step % reaction[n] == 0) {
                next.observed[n] = 0;
                if (parameters.autoscaling[n] == 1 && now.ready[n] > 0) {
                    track(now.observed[n] / reaction[n], now.ready[n], n, step, parameters, next);
                }
            }
            flows.wanted[n] = next.desired[n];
        }
    }

    /** Whether any decides after {@code step} and before {@code end}. */
    boolean decideWithin(long step, long end) {
        for (var n : automatic) {
            if (Math.floorDiv(end - 1, reaction[n]) > Math.floorDiv(step, reaction[n])) {
                return true;
            }
        }
        return false;
    }

    private void track(double use, double ready, int n, long step, Parameters parameters, ModelState next) {
        var ratio = use / parameters.autoscaleTarget[n];
        var wanted = Math.abs(ratio - 1) <= TOLERANCE ? next.desired[n] : Math.ceil(ready * ratio - ROUNDING);
        var bounded = Math.max(parameters.autoscaleMin[n], Math.min(parameters.autoscaleMax[n], wanted));
        if (bounded > next.desired[n] || (bounded < next.desired[n] && step - next.changedAt[n] >= coolDown[n])) {
            want(bounded, n, step, next);
        }
    }

    private static void want(double replicas, int n, long step, ModelState next) {
        next.desired[n] = replicas;
        next.changedAt[n] = step;
    }

    /** Adds the use of the step that ends. */
    void observe(ModelState next, int seconds, Flows flows) {
        for (var n : automatic) {
            var ordinary = flows.serving[n];
            var outliers = flows.serving[nodes + n];
            var use = flows.cpu[n] * ordinary + flows.cpu[nodes + n] * outliers;
            next.observed[n] += ordinary + outliers > 0 ? seconds * use / (ordinary + outliers) : 0;
        }
    }
}
