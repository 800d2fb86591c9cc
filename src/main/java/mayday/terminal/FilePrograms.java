package mayday.terminal;

import java.time.Duration;
import java.util.List;
import mayday.scenario.Dimension;
import mayday.terminal.CommandLine.Stage;

/** Files that are read on a host, and its service manager. */
final class FilePrograms {
    private FilePrograms() {}

    static Dimension dimension(Stage stage) {
        var text = stage.text();
        if (text.contains("resolv.conf")) {
            return Dimension.DNS_TTL_RESOLVER;
        }
        if (text.contains("meminfo")) {
            return Dimension.MEMORY;
        }
        if (text.contains("loadavg")) {
            return Dimension.CPU;
        }
        return text.contains("slow")
                ? Dimension.DB_HEALTH
                : text.contains("cron") ? Dimension.CRON_JOBS : Dimension.LOGS;
    }

    /** Whether it reads something that there is. */
    static boolean reads(Stage stage) {
        return stage.text()
                .matches(
                        ".*(resolv\\.conf|meminfo|loadavg|slow\\S*\\.?log|slow-query|mysqldumpslow|/var/log/|\\.log\\b|syslog).*");
    }

    static Printed run(Session session, Stage stage) {
        var text = stage.text();
        if (text.contains("resolv.conf")) {
            return session.output(NamePrograms.resolvConf(session), "");
        }
        if (text.contains("meminfo")) {
            var vitals = Vitals.of(session);
            return session.output(MemoryPrograms.meminfo(vitals), MemoryPrograms.words(session, vitals));
        }
        if (text.contains("loadavg")) {
            var vitals = Vitals.of(session);
            return session.output(
                    List.of("%s %s %s %d/%d %d"
                            .formatted(
                                    Numbers.fixed(vitals.load1(), 2),
                                    Numbers.fixed(vitals.load5(), 2),
                                    Numbers.fixed(vitals.load15(), 2),
                                    Math.max(1, Numbers.whole(vitals.load1())),
                                    Processes.threadCount(session),
                                    Processes.mainProcess(session) + 40)),
                    ProcessorPrograms.words(session, vitals));
        }
        return text.contains("slow")
                ? SlowLog.read(session, stage.arguments().number(12, 1, 40, "-n"))
                : new Printed.Unknown();
    }

    /** {@code systemctl status UNIT}. */
    static Printed systemctl(Session session, Stage stage) {
        if (session.platform().runsOn() == mayday.scenario.Platform.RunsOn.KUBERNETES) {
            return new Printed.Word("Services run in pods here, not under systemd; try `kubectl describe pod "
                    + session.here().hostName() + "`.");
        }
        var vitals = Vitals.of(session);
        var since = session.instruments().bornAt(session.here().host());
        var service = session.here().service();
        return session.output(
                List.of(
                        "● %s.service - %s".formatted(service.id(), service.title()),
                        "     Loaded: loaded (/etc/systemd/system/%s.service; enabled; preset: enabled)"
                                .formatted(service.id()),
                        "     Active: active (running) since %s; %d min ago"
                                .formatted(
                                        Numbers.formatter("EEE yyyy-MM-dd HH:mm:ss 'UTC'")
                                                .format(since),
                                        Duration.between(since, session.now()).toMinutes()),
                        "   Main PID: %d (%s)"
                                .formatted(
                                        Processes.mainProcess(session),
                                        Software.of(service).command()),
                        "      Tasks: %d".formatted(Processes.threadCount(session)),
                        "     Memory: %sM".formatted(Numbers.fixed(vitals.usedMib(), 1)),
                        "     CGroup: /system.slice/%s.service".formatted(service.id())),
                ProcessorPrograms.words(session, vitals));
    }

    static List<String> units(Stage stage) {
        return stage.arguments().operands().stream()
                .filter(word -> !List.of("status", "show", "list-units", "is-active", "cat")
                        .contains(word))
                .map(word -> word.replaceFirst("\\.service$", ""))
                .toList();
    }
}
