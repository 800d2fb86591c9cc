package mayday.scenario;

/** What kind of change was made. Asking about releases shows releases only. */
public enum ChangeKind {
    RELEASE,
    CONFIG,
    FLAG,
    MIGRATION,
    CERTIFICATE,
    INFRASTRUCTURE
}
