package mayday.incident;

/**
 * Randomness drawn by hashing a seed with the name of what is drawn, so that one draw never shifts another.
 *
 * <p>FNV-1a over the name, mixed with the seed by the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
final class Draw {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Draw() {}

    /** A number in [0, 1), the same for the same seed and name. */
    static double unit(long seed, String what) {
        var hash = FNV_OFFSET;
        for (var i = 0; i < what.length(); i++) {
            hash = (hash ^ what.charAt(i)) * FNV_PRIME;
        }
        return (mix(seed ^ mix(hash)) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        var mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
