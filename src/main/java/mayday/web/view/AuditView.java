package mayday.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mayday.journal.Audit;

/**
 * A page of the audit trail, the newest first.
 *
 * @param older the number before which the next page begins; 0 if there is none
 * @param newest whether this is the first page
 */
public record AuditView(List<Row> rows, long older, boolean newest) {
    public AuditView {
        rows = List.copyOf(rows);
    }

    /**
     * An entry.
     *
     * @param proven whether it is known who it was; else the name is what was tried
     */
    public record Row(String at, String by, boolean proven, String what, String about, String detail) {
        static Row of(Audit audit, Instant now) {
            var words = audit.what().replace('-', ' ');
            return new Row(
                    Format.moment(audit.at(), now),
                    audit.by().name(),
                    !audit.by().id().isEmpty(),
                    words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                    audit.about(),
                    audit.detail());
        }
    }

    public static AuditView of(List<Audit> audits, long older, boolean newest, Instant now) {
        return new AuditView(audits.stream().map(audit -> Row.of(audit, now)).toList(), older, newest);
    }
}
