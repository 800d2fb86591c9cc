package mayday.terminal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;

/**
 * The program that a service runs, read from its technology; a program of our own is called as its service.
 *
 * @param command as process lists show it
 * @param user under which it runs
 * @param port on which it listens
 * @param managed whether a provider runs it: then there is no host to log in to
 */
public record Software(String command, String user, int port, boolean managed) {
    private static final int HTTP = 8080;
    private static final Pattern MANAGED = Pattern.compile("\\brds\\b|aurora|elasticache|amazon opensearch|managed");

    private enum Known {
        POSTGRES("postgres", "postgres", "postgres", 5432),
        AURORA_POSTGRES("aurora postgres", "postgres", "rdsdb", 5432),
        MYSQL("mysql", "mysqld", "mysql", 3306),
        MARIADB("mariadb", "mysqld", "mysql", 3306),
        AURORA("aurora", "mysqld", "rdsdb", 3306),
        CASSANDRA("cassandra", "java", "cassandra", 9042),
        EVCACHE("evcache", "memcached", "memcache", 11211),
        MEMCACHED("memcached", "memcached", "memcache", 11211),
        REDIS("redis", "redis-server", "redis", 6379),
        VALKEY("valkey", "valkey-server", "valkey", 6379),
        DYNAMODB("dynamodb", "dynamodb", "aws", 443),
        ELB("elastic load balanc", "elb", "aws", 443),
        ALB("application load balanc", "elb", "aws", 443),
        NLB("network load balanc", "elb", "aws", 443),
        ROUTE_53("route 53", "route53", "aws", 53),
        SQS("sqs", "sqs", "aws", 443),
        NGINX("nginx", "nginx", "nginx", 443),
        ENVOY("envoy", "envoy", "envoy", 443),
        HAPROXY("haproxy", "haproxy", "haproxy", 443),
        COREDNS("coredns", "coredns", "coredns", 53),
        UNBOUND("unbound", "unbound", "unbound", 53),
        KAFKA("kafka", "java", "kafka", 9092),
        NODE("node", "node", "app", HTTP),
        PYTHON("python", "python3", "app", HTTP);

        private final String word;
        private final String command;
        private final String user;
        private final int port;

        Known(String word, String command, String user, int port) {
            this.word = word;
            this.command = command;
            this.user = user;
            this.port = port;
        }
    }

    /** What stands first in the technology decides: Envoy behind a load balancer is Envoy. */
    public static Software of(Service service) {
        var technology = service.technology().toLowerCase(Locale.ROOT);
        boolean theirs = service.kind() == ServiceKind.THIRD_PARTY
                || MANAGED.matcher(technology).find();
        return Arrays.stream(Known.values())
                .filter(known -> technology.contains(known.word))
                .min(Comparator.comparingInt((Known known) -> technology.indexOf(known.word))
                        .thenComparingInt(known -> -known.word.length()))
                .map(known -> new Software(known.command, known.user, known.port, theirs || known.user.equals("aws")))
                .orElseGet(() -> ours(service, theirs));
    }

    private static Software ours(Service service, boolean managed) {
        var program = isJava(service) ? "java" : service.id().value();
        int port = service.kind() == ServiceKind.SERVICE || service.kind() == ServiceKind.QUEUE ? HTTP : 443;
        return new Software(program, "app", port, managed);
    }

    public static boolean isJava(Service service) {
        var technology = service.technology().toLowerCase(Locale.ROOT);
        return (technology.contains("java") && !technology.contains("javascript"))
                || technology.matches(
                        ".*\\b(jvm|kotlin|spring|zuul|eureka|cassandra|elasticsearch|opensearch|kafka|scala)\\b.*");
    }

    /** {@code 25.0.1}, as far as the technology says. */
    static String javaVersion(Service service) {
        var version = service.technology().replaceFirst("^.*\\bJava (\\d{1,2}).*$", "$1");
        return version.equals("21") ? "21.0.9" : "25.0.1";
    }

    public boolean isMySql() {
        return command.equals("mysqld");
    }

    public boolean isPostgres() {
        return command.equals("postgres");
    }

    public boolean isRedis() {
        return command.equals("redis-server") || command.equals("valkey-server");
    }
}
