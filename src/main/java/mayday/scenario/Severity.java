package mayday.scenario;

/** How bad an incident is for customers, SEV1 being the worst. */
public enum Severity {
    SEV1(1),
    SEV2(2),
    SEV3(3),
    SEV4(4);

    private final int number;

    Severity(int number) {
        this.number = number;
    }

    /** 1 is the worst. */
    public int number() {
        return number;
    }
}
