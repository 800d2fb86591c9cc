package mayday.scenario;

/** How bad an incident is for customers, SEV1 being the worst. */
public enum Severity {
    SEV1,
    SEV2,
    SEV3,
    SEV4
}
