package mayday.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A discrete-event simulation of requests that pass through a chain of stations, written from queueing's first principles: every
 * request, every server and every time-out is there by itself.
 *
 * <p>Requests arrive as a Poisson process. A station has so many servers, exponential times in service, and one queue, first come first
 * served, of limited length; whoever finds it full is rejected. A request keeps its server while it calls the next station. It waits
 * for the answer at most its time-out; nothing is cancelled, so the work goes on without anybody to wait for it. After a time-out or a
 * failure it tries again a little later, until its attempts are used up.
 */
final class DiscreteEvents {

    /**
     * @param service mean time in service, seconds
     * @param queue places to wait
     * @param timeout how long a request of this station waits for the next one, seconds
     * @param attempts how often it tries
     */
    record Station(int servers, double service, int queue, double timeout, int attempts) {}

    /** What happened between two instants. */
    record Window(double success, List<Double> arrivals, List<Double> waits) {}

    private static final double RETRY_DELAY = 1;

    /** Who is told whether a request succeeded. */
    private interface Caller {
        void answered(boolean success);
    }

    /** A request at a station. */
    private record Visit(Site site, Caller caller, double arrived) {}

    /** One attempt of a visit at the next station. */
    private static final class Call {
        final Visit from;
        final int attempt;
        boolean over;

        Call(Visit from, int attempt) {
            this.from = from;
            this.attempt = attempt;
        }
    }

    /** A station as it stands, and what was counted there in the present window. */
    private static final class Site {
        final Station station;
        final int next;
        final ArrayDeque<Visit> queue = new ArrayDeque<>();
        double slow = 1;
        int busy;
        long arrivals;
        long starts;
        double waited;

        Site(Station station, int next) {
            this.station = station;
            this.next = next;
        }
    }

    private record Event(double time, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            var byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Random random;
    private final List<Site> sites = new ArrayList<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private double rate;
    private double now;
    private long order;
    private long succeeded;
    private long ended;

    DiscreteEvents(long seed, double rate, List<Station> chain) {
        this.random = new Random(seed);
        this.rate = rate;
        for (var station : chain) {
            sites.add(new Site(station, sites.size() + 1));
        }
        at(exponential(1 / rate), this::comeFromOutside);
    }

    /** From now on the work of a station takes so many times longer. */
    void slow(int station, double factor) {
        sites.get(station).slow = factor;
    }

    /** From now on so many requests come from outside per second. */
    void demand(double perSecond) {
        rate = perSecond;
    }

    /** Goes on for so many seconds. */
    Window run(double seconds) {
        var until = now + seconds;
        clear();
        // There is always a next arrival.
        while (events.element().time <= until) {
            var event = events.remove();
            now = event.time;
            event.what.run();
        }
        now = until;
        return new Window(
                succeeded / (double) ended,
                sites.stream().map(site -> site.arrivals / seconds).toList(),
                sites.stream().map(site -> site.waited / site.starts).toList());
    }

    private void clear() {
        succeeded = 0;
        ended = 0;
        for (var site : sites) {
            site.arrivals = 0;
            site.starts = 0;
            site.waited = 0;
        }
    }

    private void at(double delay, Runnable what) {
        events.add(new Event(now + delay, order++, what));
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private void comeFromOutside() {
        arrive(new Visit(sites.getFirst(), this::count, now));
        at(exponential(1 / rate), this::comeFromOutside);
    }

    private void arrive(Visit visit) {
        var site = visit.site;
        site.arrivals++;
        if (site.busy < site.station.servers) {
            site.busy++;
            serve(visit);
        } else if (site.queue.size() < site.station.queue) {
            site.queue.add(visit);
        } else {
            answer(visit, false);
        }
    }

    private void serve(Visit visit) {
        visit.site.starts++;
        visit.site.waited += now - visit.arrived;
        at(exponential(visit.site.station.service * visit.site.slow), () -> served(visit));
    }

    private void served(Visit visit) {
        if (visit.site.next < sites.size()) {
            call(visit, 1);
        } else {
            leave(visit, true);
        }
    }

    private void call(Visit visit, int attempt) {
        var call = new Call(visit, attempt);
        at(visit.site.station.timeout, () -> end(call, false));
        arrive(new Visit(sites.get(visit.site.next), success -> end(call, success), now));
    }

    /** The first of answer and time-out counts. */
    private void end(Call call, boolean success) {
        if (call.over) {
            return;
        }
        call.over = true;
        var visit = call.from;
        if (success || call.attempt == visit.site.station.attempts) {
            leave(visit, success);
        } else {
            at(RETRY_DELAY, () -> call(visit, call.attempt + 1));
        }
    }

    /** Frees the server, which takes the next in the queue. */
    private void leave(Visit visit, boolean success) {
        var site = visit.site;
        if (site.queue.isEmpty()) {
            site.busy--;
        } else {
            serve(site.queue.remove());
        }
        answer(visit, success);
    }

    private static void answer(Visit visit, boolean success) {
        visit.caller.answered(success);
    }

    private void count(boolean success) {
        ended++;
        succeeded += success ? 1 : 0;
    }
}
