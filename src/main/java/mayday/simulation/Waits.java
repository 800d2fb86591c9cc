package mayday.simulation;

/** How long an attempt waits for the callee's answer, at most the time-out, and the share for which that is too long. */
final class Waits {

    /** Packets that must arrive for a call: connect, send, answer, acknowledge. */
    private static final double PACKETS = 4;

    /** Times that a packet is sent before the call is given up. */
    private static final double SENDINGS = 4;

    /** Wait before a lost packet is sent again, seconds (Linux, TCP_RTO_MIN); it doubles each time. */
    private static final double RETRANSMIT = 0.2;

    /** With half of the packets lost the doubling waits no longer have a mean; from here on more calls fail instead. */
    private static final double MOST_DELAYING_LOSS = 0.4;

    private final int nodes;
    private final int[] callee;

    Waits(int nodes, int[] callee) {
        this.nodes = nodes;
        this.callee = callee;
    }

    void await(ModelState now, Parameters parameters, Flows flows) {
        for (var e : parameters.lossy.indices()) {
            retransmit(e, parameters.loss[e], flows);
        }
        for (var e = 0; e < flows.edges.time.length; e++) {
            flows.edges.late[e] = 0;
            flows.edges.time[e] = flows.edges.answerMean[e];
            flows.edges.timeVariance[e] = flows.edges.answerDeviation[e] * flows.edges.answerDeviation[e];
        }
        for (var e = 0; e < flows.edges.time.length; e++) {
            var slack = parameters.timeout[e] - flows.edges.answerMean[e] + flows.edges.answerDeviation[e];
            if (slack < Tail.NEGLIGIBLE * flows.edges.answerDeviation[e] || slack <= 0) {
                cut(e, parameters.timeout[e], flows);
            }
        }
        for (var e = 0; e < flows.edges.time.length; e++) {
            if (flows.edges.oddShare[e] > 0) {
                mix(e, parameters.timeout[e], now, flows);
            }
        }
    }

    /** Some calls meet an outlier host, on which the same way takes them longer. */
    private void mix(int e, double limit, ModelState now, Flows flows) {
        var even = callee[e];
        var odd = nodes + even;
        var share = flows.edges.oddShare[e];
        var mean = now.answerMean[odd] + flows.edges.answerMean[e] - now.answerMean[even];
        var wayVariance = square(flows.edges.answerDeviation[e]) - square(now.answerDeviation[even]);
        var deviation = Math.sqrt(square(now.answerDeviation[odd]) + wayVariance);
        var late = Tail.beyond(limit, mean, deviation);
        var time = Tail.meanCut(limit, mean, deviation, late);
        var variance = Tail.varianceCut(limit, mean, deviation, late);
        flows.edges.timeVariance[e] = (1 - share) * flows.edges.timeVariance[e]
                + share * variance
                + share * (1 - share) * square(time - flows.edges.time[e]);
        flows.edges.late[e] += share * (late - flows.edges.late[e]);
        flows.edges.time[e] += share * (time - flows.edges.time[e]);
    }

    private static double square(double value) {
        return value * value;
    }

    /** Lost packets are sent again and make calls slow; some calls lose one for good. */
    private static void retransmit(int e, double loss, Flows flows) {
        var delaying = Math.min(loss, MOST_DELAYING_LOSS);
        var again = delaying / (1 - 2 * delaying);
        var deviation = flows.edges.answerDeviation[e];
        var variance = deviation * deviation + PACKETS * RETRANSMIT * RETRANSMIT * again / (1 - 2 * delaying);
        flows.edges.answerMean[e] += PACKETS * RETRANSMIT * again;
        flows.edges.answerDeviation[e] = Math.sqrt(variance);
        flows.edges.lost[e] = 1 - Chance.power(1 - Chance.power(loss, SENDINGS), PACKETS);
    }

    private static void cut(int e, double limit, Flows flows) {
        var mean = flows.edges.answerMean[e];
        var deviation = flows.edges.answerDeviation[e];
        var late = Tail.beyond(limit, mean, deviation);
        flows.edges.late[e] = late;
        flows.edges.time[e] = Tail.meanCut(limit, mean, deviation, late);
        flows.edges.timeVariance[e] = Tail.varianceCut(limit, mean, deviation, late);
    }
}
