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
                    + "|\\b(?:by|without) ?\\([a-z_, ]+\\)|^https?://\\S+[?]\\S+="
                    + "|^\\S+ (?:\\S+ )*--?[a-z]|^[/~.]\\S+ |^[a-z]+ /\\S");

    /** Asks of metrics or of collected logs, which are of everything where nothing is chosen: no program that runs on some host. */
    private static final Pattern COLLECTED = Pattern.compile(
            "\\b(?:sum|avg|max|min|count|topk|bottomk|quantile|histogram_quantile|rate|irate|increase)(?: ?(?:by|without) ?\\([^)]*\\))? ?\\("
                    + "|\\[\\d+[smhdw]\\]|^(?:index|source|sourcetype)[=:]|^fields @|^(?:sum|avg|max|min|p\\d\\d):\\S+\\{|,:(?:eq|by|sum|avg|max)\\b");

    private static final Set<String> JOINTS = Set.of("and", "then", "&", ";");

    private MachineText() {}

    /** What programs that look at things do when they do more: {@code sudo systemctl restart nginx}, {@code rndc flushname}. */
    private static final Pattern CHANGE = Pattern.compile(
            "(?:^|[;&|'\"(] ?|\\bsudo |\\bssh (?:-\\S+ )*\\S+ ['\"]?)"
                    + "(?:(?:sudo )?(?:systemctl|service|supervisorctl|initctl|svc) (?:\\S+ ){0,2}?(?:re)?(?:start|stop|load|kill)\\b"
                    + "|[a-z]+(?:-control|ctl|dc) (?:-\\S+ )*(?:flush\\w*|reload|reconfig|restart|stop|drop\\w*|purge\\w*)\\b"
                    + "|(?:kill|pkill|killall) (?:-\\S+ )+\\S|reboot\\b$|shutdown -|iptables -[adi]\\b|ip link set|tc qdisc add"
                    + "|redis-cli\\b.*\\b(?:flush(?:all|db)|del|config set|shutdown|failover)\\b"
                    + "|(?:terraform|tofu|pulumi|ansible-playbook|argocd app|flux|kubectl argo rollouts?) (?:apply|destroy|sync|rollback|undo|abort|promote|-)"
                    + "|kubectl (?:-\\S+ \\S+ )?(?:rollout (?:undo|restart|pause|resume)|scale|delete|drain|cordon|uncordon|patch|apply|edit|set|annotate|label|taint|replace|create|autoscale)\\b"
                    + "|nodetool (?:-\\S+ \\S+ )?(?:drain|repair|flush|decommission|cleanup|compact|stop|removenode|disable\\w+|enable\\w+)\\b"
                    + "|select pg_(?:terminate|cancel)_backend\\b|helm (?:rollback|upgrade|install|uninstall|delete)\\b|git (?:revert|push|reset)\\b|rm -\\S)");

    /** What is only looked for: {@code grep '; rm -rf'}. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

    /** Whether {@code plain} is a line for a shell that changes something. */
    static boolean changes(String plain) {
        return CHANGE.matcher(
                        plain.startsWith("ssh ") ? plain : QUOTED.matcher(plain).replaceAll(" "))
                .find();
    }

    /** Whether {@code plain} is such text: rules for sentences make nothing of it. */
    static boolean is(String plain) {
        return QUERY.matcher(plain).find();
    }

    /** Whether {@code plain} asks what is collected of everything, and not some host. */
    static boolean asksWhatIsCollected(String plain) {
        return is(plain) && COLLECTED.matcher(plain).find() && !plain.startsWith("select ");
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
