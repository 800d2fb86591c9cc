package mayday.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the heap about as large as what lives in it asks for. A start uses much of it once and never again, and left alone the JVM
 * keeps more than twice as much as is alive.
 */
final class SmallHeap {
    private static final Logger LOG = LoggerFactory.getLogger(SmallHeap.class);

    /** Of the heap, percent: so much is free after a collection, at least and at most. */
    private static final String LEAST_FREE = "20";

    private static final String MOST_FREE = "40";

    /** An idle server's heap is looked at so often, in milliseconds. */
    private static final String LOOK_MILLIS = "300000";

    private SmallHeap() {}

    /** Begins to, now that what a start needed is needed no more; takes some 0.1 s. What was set on the command line stays. */
    static void keep() {
        var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        set(jvm, "MinHeapFreeRatio", LEAST_FREE);
        set(jvm, "MaxHeapFreeRatio", MOST_FREE);
        set(jvm, "G1PeriodicGCInterval", LOOK_MILLIS);
        System.gc();
    }

    private static void set(HotSpotDiagnosticMXBean jvm, String option, String value) {
        try {
            if (jvm.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT) {
                jvm.setVMOption(option, value);
            }
        } catch (IllegalArgumentException unknown) {
            LOG.debug("This JVM has no {} to be set", option, unknown);
        }
    }
}
