package mayday.simulation;

import java.util.Arrays;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceKind;

/**
 * The life of replicas: they are wanted, start, serve, leak, are killed when their memory is full, and are restarted.
 *
 * <p>A node's replicas leak at about the same pace but are not of the same age: killing begins when the mean is at {@link
 * #KILLING_BEGINS} of the room they have, and holds the mean at {@link #KILLING_KEEPS_UP}. They are killed one at a time.
 */
final class Replicas {
    private static final double KILLING_BEGINS = 0.8;
    private static final double KILLING_KEEPS_UP = 0.9;
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;

    private final Topology topology;
    private final double[] startup;
    private final double[] memory;
    private final double[] room;
    private final double[] certificateDays;
    private final Autoscalers autoscalers;

    Replicas(Topology topology) {
        this.topology = topology;
        this.autoscalers = new Autoscalers(topology);
        var nodes = topology.nodeCount();
        startup = new double[nodes];
        memory = new double[nodes];
        room = new double[nodes];
        certificateDays = new double[nodes];
        for (var n = 0; n < nodes; n++) {
            var service = topology.nodes.get(n).service();
            startup[n] = service.capacity().startupSeconds();
            memory[n] = service.capacity().memoryGib();
            room[n] = service.capacity().memoryLimitGib() - memory[n];
            certificateDays[n] = service.certificateDays();
        }
    }

    /** The first stage of a step: how many replicas serve in it. */
    void advance(ModelState now, ModelState next, long step, int seconds, Parameters parameters, Flows flows) {
        System.arraycopy(now.warm, 0, next.warm, 0, now.warm.length);
        System.arraycopy(now.ready, 0, next.ready, 0, startup.length);
        System.arraycopy(now.leaked, 0, next.leaked, 0, startup.length);
        System.arraycopy(now.killDebt, 0, next.killDebt, 0, startup.length);
        System.arraycopy(now.lostShare, 0, flows.lostShare, 0, startup.length);
        System.arraycopy(parameters.replicas, 0, flows.wanted, 0, startup.length);
        Arrays.fill(next.lostShare, 0);
        autoscalers.decide(now, next, step, parameters, flows);
        for (var n = 0; n < startup.length; n++) {
            // The groups of the state before last are still there: where nothing starts in either, they are equal.
            var starts = now.coming[n] > 0 || next.coming[n] > 0;
            next.coming[n] = now.coming[n];
            if (starts || now.ready[n] != flows.wanted[n]) {
                takeOver(now, next, n);
                scale(next, n, flows.wanted[n], step);
            }
            if (next.leaked[n] > 0 || parameters.leak[n] > 0) {
                leak(next, n, parameters.leak[n], step, seconds, flows);
            }
        }
        serve(next, step + seconds - 1, parameters, flows);
    }

    private void serve(ModelState next, long step, Parameters parameters, Flows flows) {
        for (var n = 0; n < startup.length; n++) {
            flows.certificate[n] = certificate(n, step, parameters);
            flows.serving[n] = next.ready[n] * parameters.available[n];
        }
    }

    /** Days left. */
    private double certificate(int n, long step, Parameters parameters) {
        var sincePage = (step - Scenario.HISTORY.toSeconds()) / DAY;
        return parameters.certificateRuns[n] * (certificateDays[n] - sincePage) + parameters.certificateDays[n];
    }

    /** Whether before {@code end} a certificate expires or, after {@code step}, an autoscaler decides. */
    boolean changeWithin(long step, long end, Parameters parameters) {
        for (var n = 0; n < startup.length; n++) {
            if (certificate(n, end - 1, parameters) <= 0 && certificate(n, step - 1, parameters) > 0) {
                return true;
            }
        }
        return autoscalers.decideWithin(step, end);
    }

    /** What autoscalers see of a step that ends. */
    void observe(ModelState next, int seconds, Flows flows) {
        autoscalers.observe(next, seconds, flows);
    }

    void note(ModelState state, Parameters parameters, Flows flows, Tally tally) {
        var nodes = startup.length;
        var groups = parameters.sizes.outliers ? 2 * nodes : nodes;
        for (var n = 0; n < nodes; n++) {
            var odd = Math.min(parameters.outlierHosts[n], state.ready[n]);
            tally.ready[n] = state.ready[n] - odd;
            tally.wanted[n] = flows.wanted[n];
            tally.loss[n] = flows.sentLost[n] > 0 ? flows.sentLost[n] / flows.sent[n] : 0;
            if (parameters.sizes.outliers) {
                tally.ready[nodes + n] = odd;
            }
            var leaked = state.leaked[n] / Math.max(1, state.ready[n]);
            for (var g = n; g < groups; g += nodes) {
                tally.memory[g] = memory[n] + (room[n] > 0 ? Math.min(room[n], leaked) : leaked);
                tally.disk[g] = parameters.diskUsed[n];
                tally.stolen[g] = parameters.sizes.stolen[g];
                tally.certificate[g] = flows.certificate[n];
            }
        }
    }

    private static void takeOver(ModelState now, ModelState next, int n) {
        for (var group = n * ModelState.START_GROUPS; group < (n + 1) * ModelState.START_GROUPS; group++) {
            next.starting[group] = now.starting[group];
            next.startsAt[group] = now.startsAt[group];
        }
    }

    /** Stops a share of the ready replicas, at least one, and starts them again; what they held is lost. */
    void restart(ModelState state, int n, double share, long step) {
        var stopped = Math.min(state.ready[n], Math.max(1, Math.rint(share * state.ready[n])));
        if (share > 0 && stopped > 0) {
            stop(state, n, stopped, state.leaked[n] * stopped / state.ready[n], step);
        }
    }

    /** Missing replicas are started; surplus ones go at once, those that are not up yet first, and finish what they had begun. */
    private void scale(ModelState state, int n, double wanted, long step) {
        var coming = 0.0;
        for (var group = n * ModelState.START_GROUPS; group < (n + 1) * ModelState.START_GROUPS; group++) {
            if (state.starting[group] > 0 && state.startsAt[group] <= step) {
                state.ready[n] += state.starting[group];
                state.starting[group] = 0;
            }
            coming += state.starting[group];
        }
        state.coming[n] = coming;
        var missing = wanted - state.ready[n] - coming;
        if (missing > 0) {
            start(state, n, missing, step);
        } else if (missing < 0) {
            remove(state, n, -missing);
        }
    }

    private static void remove(ModelState state, int n, double surplus) {
        var left = surplus;
        for (var group = n * ModelState.START_GROUPS; group < (n + 1) * ModelState.START_GROUPS; group++) {
            var spared = Math.min(left, state.starting[group]);
            state.starting[group] -= spared;
            state.coming[n] -= spared;
            left -= spared;
        }
        if (left > 0) {
            state.leaked[n] *= (state.ready[n] - left) / state.ready[n];
            state.ready[n] -= left;
        }
    }

    private void start(ModelState state, int n, double count, long step) {
        var at = step + Math.rint(startup[n]);
        state.coming[n] += count;
        var first = n * ModelState.START_GROUPS;
        var last = first + ModelState.START_GROUPS - 1;
        for (var group = first; group <= last; group++) {
            if (state.starting[group] == 0 || state.startsAt[group] == at || group == last) {
                state.starting[group] += count;
                state.startsAt[group] = at;
                return;
            }
        }
    }

    private void stop(ModelState state, int n, double count, double leaked, long step) {
        var share = count / state.ready[n];
        state.lostShare[n] = 1 - (1 - state.lostShare[n]) * (1 - share);
        state.leaked[n] = Math.max(0, state.leaked[n] - leaked);
        state.ready[n] -= count;
        start(state, n, count, step);
        Names.restart(topology, state, n, share);
        if (topology.nodes.get(n).service().kind() == ServiceKind.CACHE) {
            Caches.forget(topology, state, n, share);
        }
        if (topology.nodes.get(n).service().kind() == ServiceKind.RESOLVER) {
            Names.forget(topology, state, n, share);
        }
    }

    private void leak(ModelState next, int n, double perHour, long step, int seconds, Flows flows) {
        next.leaked[n] += perHour / HOUR * seconds * next.ready[n];
        if (room[n] <= 0 || next.ready[n] < 1) {
            return;
        }
        var fullness = next.leaked[n] / (next.ready[n] * room[n]);
        if (fullness >= 1) {
            next.killDebt[n] = Math.max(1, next.killDebt[n]);
        } else if (fullness > KILLING_BEGINS) {
            var pace = (fullness - KILLING_BEGINS) / (KILLING_KEEPS_UP - KILLING_BEGINS);
            next.killDebt[n] += pace * next.ready[n] * perHour / HOUR / room[n];
        }
        while (next.killDebt[n] >= 1 && next.ready[n] >= 1) {
            next.killDebt[n] -= 1;
            stop(next, n, 1, room[n], step);
        }
        // Killed within the step: what they held is lost in this step, not in the next.
        flows.lostShare[n] = 1 - (1 - flows.lostShare[n]) * (1 - next.lostShare[n]);
        next.lostShare[n] = 0;
    }
}
