package mayday.scenario;

import java.util.List;

/**
 * The people and tools around the system, as a scenario sets them.
 *
 * @param access how the learner's own access ends; none or one
 */
public record Organisation(
        List<Approval> approvals,
        List<Person> people,
        StatusPage statusPage,
        List<Vendor> vendors,
        List<AccessLoss> access,
        List<ToolTrouble> tools) {
    /** Nobody is asked, nobody writes, and everything works. */
    public static final Organisation QUIET =
            new Organisation(List.of(), List.of(), StatusPage.WELL, List.of(), List.of(), List.of());

    public Organisation {
        approvals = List.copyOf(approvals);
        people = List.copyOf(people);
        vendors = List.copyOf(vendors);
        access = List.copyOf(access);
        tools = List.copyOf(tools);
    }
}
