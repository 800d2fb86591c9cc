package mayday.simulation;

/** What the stages of one step tell each other about the calls on each edge; rates per second, times in seconds. */
final class EdgeFlows {
    /**
     * Calls per request that a cache did not spare; share of requests that call at all; calls
     * that these make; share that a failed call makes fail.
     */
    final double[] callsEach;

    final double[] needing;
    final double[] each;
    final double[] exposed;

    /** First attempts; all attempts; those that got a connection. */
    final double[] fresh;

    final double[] attempts;
    final double[] through;

    /** Share of attempts that do not give up waiting for a connection, and how long they wait for it. */
    final double[] enters;

    final double[] poolDelay;

    /**
     * Share of addresses, and of denials, that run out in a second; share of attempts with a look-up, and what it adds
     * to their time.
     */
    final double[] expiry;

    final double[] negativeExpiry;
    final double[] firstWait;
    final double[] secondWait;
    final double[] looking;
    final double[] lookupDelay;
    final double[] lookupVariance;

    /** The callee's state, its time to answer that of its ordinary hosts; whether its certificate has expired. */
    final double[] answerMean;

    final double[] answerDeviation;
    final double[] oddShare;
    final double[] refused;
    final double[] succeeds;
    final double[] succeedsTwice;
    final double[] expired;

    /**
     * Of what got a connection: share without an address; with a right one; that trusts the callee; that is not refused
     * on the way.
     */
    final double[] unknown;

    final double[] known;
    final double[] trusted;
    final double[] connected;

    /** Share that loses a packet for good; that reaches the callee; that the callee accepts. */
    final double[] lost;

    final double[] arrives;
    final double[] accepted;

    /** Of an attempt that the callee accepts: probability of being late; time, cut by the time-out. */
    final double[] late;

    final double[] time;
    final double[] timeVariance;

    /** How long an attempt holds its connection; how long it takes, whatever becomes of it. */
    final double[] hold;

    final double[] mean;
    final double[] variance;

    /**
     * Probability that an attempt fails; that it fails and its repetition too; that a retry fails; that it times out.
     */
    final double[] fails;

    final double[] failsTwice;
    final double[] failsAgain;
    final double[] timesOut;

    /** Attempts that a call takes; probability that all retries fail after the first attempt did. */
    final double[] triesEach;

    final double[] triesVariance;
    final double[] retriesFail;

    /**
     * The edge's part in the time and the failure of a request of the caller; the weight of an attempt's failure in it.
     */
    final double[] ownTime;

    final double[] ownVariance;
    final double[] ownFailure;
    final double[] ownSuccessTwice;
    final double[] weight;

    /** Edges on which a request makes more than one call. */
    final Selection several;

    EdgeFlows(int edges) {
        callsEach = new double[edges];
        needing = new double[edges];
        each = new double[edges];
        exposed = new double[edges];
        fresh = new double[edges];
        attempts = new double[edges];
        through = new double[edges];
        enters = new double[edges];
        poolDelay = new double[edges];
        expiry = new double[edges];
        negativeExpiry = new double[edges];
        firstWait = new double[edges];
        secondWait = new double[edges];
        looking = new double[edges];
        lookupDelay = new double[edges];
        lookupVariance = new double[edges];
        answerMean = new double[edges];
        answerDeviation = new double[edges];
        oddShare = new double[edges];
        refused = new double[edges];
        succeeds = new double[edges];
        succeedsTwice = new double[edges];
        expired = new double[edges];
        unknown = new double[edges];
        known = new double[edges];
        trusted = new double[edges];
        connected = new double[edges];
        lost = new double[edges];
        arrives = new double[edges];
        accepted = new double[edges];
        late = new double[edges];
        time = new double[edges];
        timeVariance = new double[edges];
        hold = new double[edges];
        mean = new double[edges];
        variance = new double[edges];
        fails = new double[edges];
        failsTwice = new double[edges];
        failsAgain = new double[edges];
        timesOut = new double[edges];
        triesEach = new double[edges];
        triesVariance = new double[edges];
        retriesFail = new double[edges];
        ownTime = new double[edges];
        ownVariance = new double[edges];
        ownFailure = new double[edges];
        ownSuccessTwice = new double[edges];
        weight = new double[edges];
        several = new Selection(edges);
    }
}
