package mayday.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import mayday.scenario.Platform;
import mayday.scenario.Signal;
import org.junit.jupiter.api.Test;

/** What programs print of what is measured. */
class ProgramsTest {
    private static final Platform BARE =
            new Platform(Platform.RunsOn.BARE_HOSTS, Platform.Metrics.PROMETHEUS, Platform.Dns.UNBOUND);
    private static final Platform AWS =
            new Platform(Platform.RunsOn.EC2_AUTO_SCALING, Platform.Metrics.CLOUDWATCH, Platform.Dns.ROUTE_53);

    /** 100/s with 20 workers, of which 8 cores x 25 % are at the processor: 18 wait for the disk, 180 ms each. */
    private static final KnownInstruments MYSQL = busy("MySQL 8.4");

    private static KnownInstruments busy(String technology) {
        return new KnownInstruments(technology, BARE)
                .with(Signal.REQUEST_RATE, 100)
                .with(Signal.THREADS_BUSY, 20)
                .with(Signal.QUEUE_DEPTH, 3)
                .with(Signal.CPU, 0.25)
                .with(Signal.LATENCY_P50, 0.2)
                .with(Signal.LATENCY_P99, 0.9);
    }

    @Test
    void iostatHasWhatIsNotAtTheProcessor() {
        var printed = run(MYSQL, "db", "iostat -x 1 2");

        assertThat(printed.lines())
                .startsWith("Linux 6.12.30 (db-1) \t03/12/26 \t_x86_64_\t(8 CPU)", "")
                .contains(
                        "avg-cpu:  %user   %nice %system %iowait  %steal   %idle",
                        "          20.50    0.00    4.50    0.00    0.00   75.00",
                        "Device             r/s     rkB/s r_await rareq-sz      w/s     wkB/s w_await wareq-sz  aqu-sz  %util",
                        "nvme1n1          70.00   1120.00  180.00    16.00    30.00    240.00  180.00     8.00   18.00 100.00");
        assertThat(printed.lines())
                .filteredOn(line -> line.startsWith("nvme1n1"))
                .hasSize(2);
        assertThat(printed.words()).isEqualTo("db-1: nvme1n1 has 18 requests under way, 180 ms each.");
    }

    @Test
    void iostatOfAServiceHasItsLogAlone() {
        assertThat(run(MYSQL, "app", "iostat").lines().getLast())
                .isEqualTo("nvme0n1            1.50         1.60        11.20");
    }

    @Test
    void lsofListsWhatIsOpenAndSocketsOfAPort() {
        var all = run(MYSQL, "db", "lsof -p 1100");
        var network = run(MYSQL, "db", "lsof -nP -iTCP:3306");

        assertThat(all.words()).isEqualTo("db-1 has 68 things open, 20 of them established connections.");
        assertThat(all.lines().getFirst()).startsWith("COMMAND PID").endsWith("NAME");
        assertThat(all.lines())
                .anySatisfy(line -> assertThat(line).contains(" cwd ").endsWith(" /data"));
        assertThat(network.lines()).hasSize(22);
        assertThat(network.lines().get(1)).startsWith("mysqld ").endsWith(" TCP  *:3306 (LISTEN)");
        assertThat(network.lines().get(2)).contains(":3306->").endsWith("(ESTABLISHED)");
        assertThat(run(MYSQL, "db", "lsof -i :5432").lines()).hasSize(2);
    }

    @Test
    void innodbTellsWhoIsInsideAndWhoWaits() {
        var printed = run(MYSQL, "db", "SHOW ENGINE INNODB STATUS\\G");

        assertThat(printed.lines())
                .startsWith("*************************** 1. row ***************************", "  Type: InnoDB")
                .contains(
                        "2026-03-12 14:10:00 INNODB MONITOR OUTPUT",
                        "20 queries inside InnoDB, 3 queries in queue",
                        "70.00 reads/s, 16384 avg bytes/read, 30.00 writes/s, 10.00 fsyncs/s",
                        "... 8 more transactions",
                        "END OF INNODB MONITOR OUTPUT");
        assertThat(run(MYSQL, "db", "mysql -h db -e 'show engine innodb status'")
                        .lines()
                        .getFirst())
                .isEqualTo("=====================================");
    }

    @Test
    void whatIsNotMySqlSaysSoInItsOwnWords() {
        var postgres = run(busy("PostgreSQL 18"), "db", "SHOW ENGINE INNODB STATUS");

        assertThat(postgres.lines()).containsExactly("ERROR:  syntax error at or near \"innodb\"");
        assertThat(postgres.words())
                .isEqualTo("db is PostgreSQL and has no InnoDB; pg_stat_activity and pg_locks show what it would.");
        assertThat(refused(busy("Cassandra 5.0"), "db", "SHOW ENGINE INNODB STATUS"))
                .isEqualTo("db is Cassandra 5.0: it has no SQL console here.");
        assertThat(refused(MYSQL, "app", "SHOW ENGINE INNODB STATUS")).isEqualTo("app is no database.");
    }

    @Test
    void awsAnswersAQueryInJsonAndInText() {
        var aws = new KnownInstruments("PostgreSQL 18 on Amazon RDS", AWS).with(Signal.REPLICAS_READY, 3);
        var groups = "aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names app --query ";

        assertThat(run(aws, "app", groups + "'AutoScalingGroups[0].DesiredCapacity'")
                        .lines())
                .containsExactly("4");
        assertThat(run(aws, "app", groups + "'AutoScalingGroups[].Instances[].LifecycleState' --output text")
                        .lines())
                .containsExactly("InService\tInService\tInService\tPending");
        assertThat(run(
                                aws,
                                "app",
                                groups
                                        + "'AutoScalingGroups[0].Instances[?LifecycleState==`Pending`].{host: PrivateName}'")
                        .lines())
                .containsExactly("[", "    {", "        \"host\": \"app-4\"", "    }", "]");
        assertThat(run(aws, "app", groups + "'length(AutoScalingGroups[0].Instances)' | wc -l")
                        .lines())
                .containsExactly("1");
        assertThat(run(aws, "app", groups + "Nothing").lines()).containsExactly("null");
        assertThat(run(aws, "app", groups + "Nothing --output text").lines()).containsExactly("None");
        assertThat(run(aws, "app", groups + "'Groups[?'").lines().getLast())
                .startsWith("Bad value for --query Groups[?: ");
        assertThat(refused(aws, "app", groups + "Nothing --output table"))
                .isEqualTo("Of a --query I print json and text here.");
    }

    private static Printed.Output run(KnownInstruments instruments, String service, String line) {
        return (Printed.Output) printed(instruments, service, line);
    }

    private static String refused(KnownInstruments instruments, String service, String line) {
        return ((Printed.Word) printed(instruments, service, line)).text();
    }

    private static Printed printed(KnownInstruments instruments, String service, String line) {
        return Terminal.run(CommandLine.parse(line).orElseThrow(), instruments, instruments.machine(service), true);
    }
}
