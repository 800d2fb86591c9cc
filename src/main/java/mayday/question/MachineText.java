package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Text that a person types for a machine to read: a query for metrics, logs or a database, or a line for a shell. */
final class MachineText {
    private static final Pattern QUERY =
            Pattern.compile("\\b[a-z_]+\\([^)]*[_{\\[(]|\\[\\d+[smhdw]\\]|\\{[a-z_.]+ ?(?:=|!=|=~)"
                    + "|\\b[a-z]+_[a-z_]+_(?:total|seconds|bytes|count|bucket|ratio|sum)\\b"
                    + "|\\| ?(?:stats|timechart|grep|egrep|wc|head|tail|sort|top|count|where|summarize|json|awk|sed|cut|uniq|jq|less|openssl)\\b"
                    + "|^(?:index|source|sourcetype|service|status|level|env)[=:]\\S"
                    + "|^(?:select|show) .+ (?:from|order by|group by)\\b|^explain (?:analyze|select)\\b"
                    + "|^\\S+ (?:\\S+ )*--?[a-z]|^[/~.]\\S|^[a-z]+ /\\S");

    private static final Set<String> JOINTS = Set.of("and", "then", "&", ";");

    private MachineText() {}

    /** Whether {@code plain} is such text: rules for sentences make nothing of it. */
    static boolean is(String plain) {
        return QUERY.matcher(plain).find();
    }

    /** The lines that are joined in {@code pieces}, by a word or by a mark of the shell. */
    static List<List<Piece>> lines(List<Piece> pieces) {
        var lines = new ArrayList<List<Piece>>();
        var line = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (!JOINTS.contains(piece.read())) {
                line.add(piece);
            } else if (!line.isEmpty()) {
                lines.add(List.copyOf(line));
                line.clear();
            }
        }
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
        return lines;
    }
}
