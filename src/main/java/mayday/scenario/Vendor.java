package mayday.scenario;

import java.util.List;

/**
 * A third party, and what it says about itself, true or not.
 *
 * @param notices the first whose occasion it is stands on its status page
 */
public record Vendor(ServiceId service, List<Notice> notices) {
    public Vendor {
        notices = List.copyOf(notices);
    }

    /** What the status page shows for a time. */
    public record Notice(Occasion occasion, String says) {}
}
