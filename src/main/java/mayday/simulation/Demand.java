package mayday.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The requests that come from outside, per second and region: the daily curve, the regions' shares, surges and drains, and a noise
 * that is drawn anew every ten seconds by hashing seed, region and time, so that it is the same however it is asked for.
 */
final class Demand {
    private static final int NOISE_SECONDS = 10;
    private static final int HOUR = 3600;
    private static final int HOURS = 24;

    private final double peak;
    private final double[] hourly;

    /** By day of the week, Monday first; and single days with what they have instead. */
    private final double[] weekly;

    private final long[] dates;
    private final double[] dateFactors;
    private final double noise;
    private final long seed;
    private final long start;

    /** By region: where its demand enters, or {@link Topology#NONE}. */
    private final int[] entries;

    private final double[] shares;

    Demand(Topology topology, long seed, Instant origin) {
        var system = topology.system;
        var traffic = system.traffic();
        this.peak = traffic.peakPerSecond();
        this.hourly = traffic.hourly().stream().mapToDouble(Double::doubleValue).toArray();
        var calendar = traffic.calendar();
        this.weekly =
                Stream.of(DayOfWeek.values()).mapToDouble(calendar::factor).toArray();
        this.dates = calendar.dates().keySet().stream()
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .toArray();
        this.dateFactors = calendar.dates().keySet().stream()
                .sorted()
                .mapToDouble(calendar::factor)
                .toArray();
        this.noise = traffic.noise();
        this.seed = seed;
        this.start = origin.getEpochSecond();
        this.entries = system.regions().stream()
                .mapToInt(region -> topology.node(traffic.entry(), region.id()))
                .toArray();
        this.shares = system.regions().stream()
                .mapToDouble(region -> region.trafficShare())
                .toArray();
    }

    /** Sets the demand of a step by region; before the origin it is the origin's, without noise. */
    void set(double[] demand, long step, Parameters parameters) {
        if (step < 0) {
            set(demand, 0, 0, parameters);
        } else {
            set(demand, step, noise, parameters);
        }
    }

    /** Adds it to the nodes where it enters. */
    void enter(double[] demand, double[] arrivals) {
        for (var region = 0; region < shares.length; region++) {
            if (entries[region] != Topology.NONE) {
                arrivals[entries[region]] += demand[region];
            }
        }
    }

    private void set(double[] demand, long step, double spread, Parameters parameters) {
        var level = level(step) * parameters.volume;
        var moved = 0.0;
        var open = 0.0;
        for (var region = 0; region < shares.length; region++) {
            var weight = weight(region, parameters);
            moved += shares[region] * parameters.regionVolume[region] * (1 - weight);
            open += shares[region] * weight;
        }
        for (var region = 0; region < shares.length; region++) {
            var weight = weight(region, parameters);
            demand[region] = 0;
            if (weight > 0) {
                var own = shares[region] * parameters.regionVolume[region] * weight;
                var taken = moved * shares[region] * weight / open;
                var noisy = spread == 0 ? 1 : Math.max(0, 1 + spread * deviate(region, step));
                demand[region] = level * (own + taken) * noisy;
            }
        }
    }

    private double weight(int region, Parameters parameters) {
        return entries[region] == Topology.NONE ? 0 : parameters.regionWeight[region];
    }

    /** Requests per second over all regions by the clock, without surges and noise. */
    private double level(long step) {
        var hour = Math.floorDiv(start + step, (long) HOUR);
        var into = Math.floorMod(start + step, (long) HOUR) / (double) HOUR;
        return peak * (levelAt(hour) * (1 - into) + levelAt(hour + 1) * into);
    }

    /** Share of the peak at a full hour, counted from the epoch; an hour is its day's. */
    private double levelAt(long hour) {
        var day = Math.floorDiv(hour, (long) HOURS);
        return hourly[(int) Math.floorMod(hour, (long) HOURS)] * factor(day);
    }

    private double factor(long day) {
        for (var date = 0; date < dates.length; date++) {
            if (dates[date] == day) {
                return dateFactors[date];
            }
        }
        // The epoch was a Thursday.
        return weekly[(int) Math.floorMod(day + 3, (long) weekly.length)];
    }

    /** Close to normal: mean 0, standard deviation 1, never beyond 3.5 (the sum of four uniform numbers). */
    private double deviate(int region, long step) {
        var bits = mix(mix(seed + region * 0x9E3779B97F4A7C15L) ^ Math.floorDiv(start + step, NOISE_SECONDS));
        var sum = 0L;
        for (var part = 0; part < 4; part++) {
            sum += bits >>> (16 * part) & 0xFFFF;
        }
        return (sum - 2 * 65535.0) / (65536 * StrictMath.sqrt(1 / 3.0));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014). */
    private static long mix(long bits) {
        var mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
