package mayday.terminal;

/** Numbers that look random and are the same whenever the same thing is asked: hashes of what they are about. */
public final class Chance {
    private Chance() {}

    /** A hash of everything given, in order; two's complement, all values alike. */
    public static long hash(long seed, String what, long... more) {
        long hash = mixed(seed ^ 0x9e3779b97f4a7c15L);
        for (int i = 0; i < what.length(); i++) {
            hash = mixed(hash + what.charAt(i));
        }
        for (long each : more) {
            hash = mixed(hash + 0x9e3779b97f4a7c15L + each);
        }
        return hash;
    }

    /** From 0 inclusive to 1 exclusive. */
    public static double unit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** From 0 inclusive to {@code bound} exclusive. */
    public static int below(int bound, long hash) {
        return (int) Math.floorMod(hash, (long) bound);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
