package mayday.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class SmallHeapTest {
    @Test
    void tellsTheJvmHowMuchMayStayFree() {
        SmallHeap.keep();

        var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        assertThat(jvm.getVMOption("MinHeapFreeRatio").getValue()).isEqualTo("20");
        assertThat(jvm.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("40");
    }
}
