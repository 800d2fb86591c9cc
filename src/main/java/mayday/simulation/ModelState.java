package mayday.simulation;

import java.util.Arrays;

/**
 * Where the system stands after a step: all that the next step needs beside parameters and demand.
 *
 * <p>Arrays by node, by group of replicas, or by edge; a node's starting replicas and an edge's retries take several places each.
 */
final class ModelState {

    /** Groups of replicas of one node that can be starting at different times; more are joined with the last. */
    static final int START_GROUPS = 6;

    /** Places for the second, third, ... attempts of an edge that are due in the next step. */
    static final int RETRY_STAGES = Parameters.MOST_ATTEMPTS - 1;

    /** Replicas that serve. */
    final double[] ready;

    /** Replicas on their way up: all, and by group with the step at which each serves. */
    final double[] coming;

    final double[] starting;

    final double[] startsAt;

    /** Leaked memory over all ready replicas, GiB. */
    final double[] leaked;

    /** Fractions of a replica that are due to be killed for want of memory. */
    final double[] killDebt;

    /** Share of waiting and running requests that was lost right before the step. */
    final double[] lostShare;

    /** Of the autoscaler: replicas it wants, those that people last asked for, use seen since it decided, last change's step. */
    final double[] desired;

    final double[] asked;
    final double[] observed;
    final double[] changedAt;

    /** Share of the time for which all work stands still while garbage is collected. */
    final double[] paused;

    /** By node: share of accepted requests that meet an outlier host. */
    final double[] oddShare;

    /** From here on by group of replicas (see {@link Sizes}), unless said otherwise: requests that wait. */
    final double[] backlog;

    /** By node: time a request spends with dependencies, smoothed, seconds. */
    final double[] downstream;

    /** Requests per second that went on to call the dependencies. */
    final double[] calling;

    /** Messages per second that a queue takes back because they could not be delivered. */
    final double[] returned;

    /** Probability that an arriving request is turned away. */
    final double[] refused;

    /** Probability that an accepted request succeeds. */
    final double[] succeeds;

    /** Probability that an accepted request succeeds, and a repetition of it too. */
    final double[] succeedsTwice;

    /** Time until the answer of an accepted request: mean, and standard deviation; of each group by itself. */
    final double[] answerMean;

    final double[] answerDeviation;

    /** From here on by edge: retries due in the next step. */
    final double[] retries;

    /** Calls that wait for a connection of the pool. */
    final double[] poolWaiting;

    /** How long a call holds its connection, smoothed, seconds. */
    final double[] poolHold;

    /** Share of the cache's usual entries that it holds. */
    final double[] warm;

    /** Share of the caller's replicas that were told that the callee's name does not exist; of the others, that got no answer. */
    final double[] denied;

    final double[] without;

    /** Share of look-ups that the resolver answers wrongly from its own memory; and the level from which it falls. */
    final double[] wrong;

    final double[] wrongAtFirst;

    /** Share of the caller's replicas that hold an old address; the level from which it falls; and what the parameter was. */
    final double[] stale;

    final double[] staleAtFirst;
    final double[] moved;

    /** Which resolver the parameter named. */
    final double[] resolver;

    /** Probability that a call fails with all its attempts. */
    final double[] callFails;

    /** By region: requests per second that came in last, and in the sample before if one step stood for the last. */
    final double[] demand;

    final double[] demandBefore;

    /** What it was like when it was last found at rest, while it is. */
    AtRest rest = AtRest.NOT;

    private final double[][] all;

    ModelState(int nodes, int edges, int regions) {
        this(blank(nodes, edges, regions));
    }

    /** @param all in the order in which they stand here; {@link #startsAt} is the last one: see {@link #standsAs} */
    private ModelState(double[][] all) {
        this.all = all;
        ready = all[0];
        coming = all[1];
        starting = all[2];
        leaked = all[3];
        killDebt = all[4];
        lostShare = all[5];
        desired = all[6];
        asked = all[7];
        observed = all[8];
        changedAt = all[9];
        paused = all[10];
        oddShare = all[11];
        backlog = all[12];
        downstream = all[13];
        calling = all[14];
        returned = all[15];
        refused = all[16];
        succeeds = all[17];
        succeedsTwice = all[18];
        answerMean = all[19];
        answerDeviation = all[20];
        retries = all[21];
        poolWaiting = all[22];
        poolHold = all[23];
        warm = all[24];
        denied = all[25];
        without = all[26];
        wrong = all[27];
        wrongAtFirst = all[28];
        stale = all[29];
        staleAtFirst = all[30];
        moved = all[31];
        resolver = all[32];
        callFails = all[33];
        demand = all[34];
        demandBefore = all[35];
        startsAt = all[36];
    }

    private static double[][] blank(int nodes, int edges, int regions) {
        return new double[][] {
            new double[nodes],
            new double[nodes],
            new double[nodes * START_GROUPS],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[nodes],
            new double[2 * nodes],
            new double[nodes],
            new double[2 * nodes],
            new double[2 * nodes],
            new double[2 * nodes],
            new double[2 * nodes],
            new double[2 * nodes],
            new double[2 * nodes],
            new double[2 * nodes],
            new double[edges * RETRY_STAGES],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[edges],
            new double[regions],
            new double[regions],
            new double[nodes * START_GROUPS]
        };
    }

    /** Whether another state leads to the same, to the bit. When replicas would serve that are not there makes no difference. */
    boolean standsAs(ModelState other) {
        if (this == other) {
            return true;
        }
        for (var i = 0; i < all.length - 1; i++) {
            if (!Arrays.equals(all[i], other.all[i])) {
                return false;
            }
        }
        for (var group = 0; group < starting.length; group++) {
            if (starting[group] != 0 && startsAt[group] != other.startsAt[group]) {
                return false;
            }
        }
        return rest.isAs(other.rest);
    }

    ModelState copy() {
        var copy = new ModelState(ready.length, warm.length, demand.length);
        copy.rest = rest;
        for (var i = 0; i < all.length; i++) {
            System.arraycopy(all[i], 0, copy.all[i], 0, all[i].length);
        }
        return copy;
    }

    /** The same, never to be written to: what is to the bit as it was in {@code earlier} is held once. */
    ModelState sharing(ModelState earlier) {
        var shared = all.clone();
        for (var i = 0; i < all.length; i++) {
            if (Arrays.equals(all[i], earlier.all[i])) {
                shared[i] = earlier.all[i];
            }
        }
        var same = new ModelState(shared);
        same.rest = rest.isAs(earlier.rest) ? earlier.rest : rest;
        return same;
    }

    /** Everything running and filled, nothing waiting: from here the model settles into its steady state. */
    static ModelState fresh(Parameters parameters) {
        var state = new ModelState(parameters.replicas.length, parameters.calls.length, parameters.regionVolume.length);
        for (var n = 0; n < state.ready.length; n++) {
            state.ready[n] = parameters.replicas[n];
            state.desired[n] = parameters.replicas[n];
            state.asked[n] = parameters.replicas[n];
            state.succeeds[n] = 1;
            state.succeedsTwice[n] = 1;
            state.answerMean[n] = parameters.serviceTime[n];
            state.answerDeviation[n] = parameters.serviceTime[n];
        }
        for (var e = 0; e < state.warm.length; e++) {
            state.warm[e] = 1;
        }
        return state;
    }
}
