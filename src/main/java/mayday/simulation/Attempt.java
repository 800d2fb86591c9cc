package mayday.simulation;

/** One edge's attempts in one step: how likely they fail and of what, and how long they take. Used for one edge after another. */
final class Attempt {

    /** How quickly the time that a connection is held follows; undamped, pools oscillate at a step of a second. */
    private static final double SMOOTHING = 0.3;

    /** Packets that must arrive for a call: connect, send, answer, acknowledge. */
    private static final double PACKETS = 4;

    /** Times that a packet is sent before the call is given up. */
    private static final double SENDINGS = 4;

    /** Wait before a lost packet is sent again, seconds (Linux, TCP_RTO_MIN); it doubles each time. */
    private static final double RETRANSMIT = 0.2;

    /** With half of the packets lost the doubling waits no longer have a mean; from here on more calls fail instead. */
    private static final double MOST_DELAYING_LOSS = 0.4;

    private static final double SHORTEST_HOLD = 1e-4;
    private static final double FULLEST = 0.98;
    private static final double TINY = 1e-12;

    /** Attempts per second that got a connection, and the share of these that reaches the callee. */
    double through;

    double arrives;

    /** Probability of failing, and of failing once more after that. */
    double fails;

    double failsAgain;

    /** Probability of failing by time-out, for want of an address, and for want of trust. */
    double timesOut;

    double nameless;
    double distrusted;

    /** Time of an attempt, whatever becomes of it. */
    double mean;

    double variance;

    /** Of an attempt that the callee accepts: probability of being late, and time, cut by the time-out. */
    private double late;

    private double time;
    private double timeVariance;

    /** Share of attempts that lose a packet for good. */
    private double lost;

    /** Share of attempts that give up waiting for a connection, and how long the others wait. */
    private double givesUp;

    private double poolDelay;

    void follow(
            int e,
            int caller,
            int callee,
            ModelState now,
            ModelState next,
            Parameters parameters,
            Flows flows,
            Tally tally) {
        await(e, callee, now, parameters);
        var named = 1 - flows.unknown[e];
        var trusted = flows.certificate[callee] <= 0 ? 0 : named * (1 - parameters.tlsFailure[e]);
        var connected = trusted * (1 - parameters.failure[e]);
        arrives = connected * (1 - lost);
        var accepted = arrives * (1 - now.refused[callee]);
        var hold = accepted * time + (connected - arrives) * parameters.timeout[e];
        pass(e, hold, flows.serving[caller], now, next, parameters, flows, tally);
        var enters = 1 - givesUp;
        nameless = enters * (1 - named);
        distrusted = enters * (named - trusted);
        timesOut = givesUp + enters * (connected - arrives + accepted * late);
        mean = enters * (poolDelay + hold) + givesUp * parameters.timeout[e];
        variance = accepted * (timeVariance + (1 - accepted) * time * time);
        // The caller's replica knows the name or does not: that is no fresh chance for the second attempt.
        var free = named > 0 ? enters * accepted * (1 - late) / named : 0;
        judge(free * named * now.succeeds[callee], free * free * named * now.succeedsTwice[callee]);
        var attempts = flows.attempts[e];
        tally.attempts[e] += attempts;
        tally.attemptsFailed[e] += attempts * fails;
        tally.attemptsTimedOut[e] += attempts * timesOut;
        tally.attemptsRefused[e] += attempts * enters * (trusted - connected + arrives - accepted);
        tally.attemptsTls[e] += attempts * distrusted;
        tally.attemptsName[e] += attempts * nameless;
        tally.attemptTime[e] += attempts * mean;
        tally.packetLoss[e] += parameters.loss[e];
    }

    private void judge(double succeeds, double succeedsTwice) {
        fails = Math.max(0, 1 - succeeds);
        if (fails > TINY) {
            var again = (1 - 2 * succeeds + succeedsTwice) / fails;
            failsAgain = again < fails ? fails : again > 1 ? 1 : again;
        } else {
            failsAgain = fails;
        }
    }

    /** How long the callee takes, and the share of calls for which that is too long. */
    private void await(int e, int callee, ModelState now, Parameters parameters) {
        var limit = parameters.timeout[e];
        var answerMean = now.answerMean[callee] + parameters.latency[e];
        var deviation = now.answerDeviation[callee];
        var loss = parameters.loss[e];
        lost = 0;
        if (loss > 0) {
            var delaying = Math.min(loss, MOST_DELAYING_LOSS);
            var again = delaying / (1 - 2 * delaying);
            answerMean += PACKETS * RETRANSMIT * again;
            deviation =
                    Math.sqrt(deviation * deviation + PACKETS * RETRANSMIT * RETRANSMIT * again / (1 - 2 * delaying));
            lost = 1 - Chance.power(1 - Chance.power(loss, SENDINGS), PACKETS);
        }
        late = Tail.beyond(limit, answerMean, deviation);
        time = Tail.meanCut(limit, answerMean, deviation, late);
        timeVariance = Tail.varianceCut(limit, answerMean, deviation, late);
    }

    /** Through the pool of the caller's connections; {@code hold} is how long an attempt keeps its connection. */
    private void pass(
            int e,
            double hold,
            double serving,
            ModelState now,
            ModelState next,
            Parameters parameters,
            Flows flows,
            Tally tally) {
        var held = now.poolHold[e] + SMOOTHING * (hold - now.poolHold[e]);
        var size = parameters.poolSize[e];
        next.poolHold[e] = held;
        givesUp = 0;
        poolDelay = 0;
        if (size > 0) {
            queue(e, size * serving / Math.max(held, SHORTEST_HOLD), serving, now, next, parameters, flows, tally);
            tally.poolSize[e] += size * serving;
        } else {
            through = flows.attempts[e];
            next.poolWaiting[e] = 0;
        }
        tally.poolInUse[e] += through * held;
    }

    /** Who finds the pool empty waits, at most the time-out; {@code capacity} is calls per second. */
    private void queue(
            int e,
            double capacity,
            double serving,
            ModelState now,
            ModelState next,
            Parameters parameters,
            Flows flows,
            Tally tally) {
        var limit = parameters.timeout[e];
        var wanting = now.poolWaiting[e] + flows.attempts[e];
        through = Math.min(wanting, capacity);
        var waiting = Math.min(wanting - through, capacity * limit);
        var gone = wanting - through - waiting;
        next.poolWaiting[e] = waiting;
        if (gone > 0) {
            givesUp = gone / (through + gone);
        }
        if (through > 0) {
            // Each replica has a pool of its own: an M/M/c queue whose servers are its connections.
            var utilisation = Math.min(FULLEST, through / capacity);
            var chance = ErlangC.waitProbability(Math.max(1, (int) parameters.poolSize[e]), utilisation);
            waiting += serving * chance * utilisation / (1 - utilisation);
            poolDelay = Math.min(limit, waiting / through);
        }
        tally.poolWaiting[e] += waiting;
    }
}
