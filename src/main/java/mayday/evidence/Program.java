package mayday.evidence;

import java.util.Locale;
import mayday.scenario.Service;

/** The program that a service runs, as process lists show it. */
record Program(String command, String user) {

    /** Read from the service's technology; a program of our own is called as its service. */
    static Program of(Service service) {
        var technology = service.technology().toLowerCase(Locale.ROOT);
        if (technology.contains("postgres")) {
            return new Program("postgres", "postgres");
        }
        if (technology.contains("mysql") || technology.contains("mariadb")) {
            return new Program("mysqld", "mysql");
        }
        if (technology.contains("redis") || technology.contains("valkey")) {
            return new Program("redis-server", "redis");
        }
        for (var known : new String[] {"nginx", "envoy", "haproxy", "coredns", "unbound", "node", "python"}) {
            if (technology.contains(known)) {
                return new Program(known, known.equals("node") || known.equals("python") ? "app" : known);
            }
        }
        return isJava(service)
                ? new Program("java", "app")
                : new Program(service.id().value(), "app");
    }

    static boolean isJava(Service service) {
        var technology = service.technology().toLowerCase(Locale.ROOT);
        return (technology.contains("java") && !technology.contains("javascript"))
                || technology.contains("jvm")
                || technology.contains("kotlin")
                || technology.contains("spring");
    }
}
