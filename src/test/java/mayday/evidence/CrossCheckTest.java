package mayday.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mayday.Turns;
import mayday.compiler.Library;
import mayday.compiler.Shipped;
import mayday.evidence.Evidence.Chart;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Output;
import mayday.evidence.Evidence.Trace;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Participant;
import mayday.scenario.Cause;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.Service;
import mayday.scenario.ServiceKind;
import mayday.scenario.Where;
import mayday.terminal.Chance;
import mayday.terminal.Software;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the answers in words, the charts, the commands and the logs say of the same thing at the same instant agrees, under every
 * cause of every scenario that we ship, at instants and of services that are drawn.
 *
 * <p>Tolerances: a figure in words is rounded to what a person would say, so it may differ by half of its last digit; the last minute
 * of a chart is a mean of points that are means themselves, so it may differ by a tenth while a signal moves; counts are whole.
 */
@Execution(ExecutionMode.SAME_THREAD)
class CrossCheckTest {
    private static final Library LIBRARY = Shipped.library();
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final long SEED = 7;

    /** Instants for each cause. */
    private static final int INSTANTS = Turns.many(1, 2);

    /** An instant of an incident. */
    record Moment(Scenario scenario, Cause cause, int number) {

        Circumstances circumstances() {
            var opened = Decider.open(scenario, SEED, cause.id(), ClockMode.PRACTICE, Instant.EPOCH, SAM);
            var least = Duration.ofMinutes(2).toSeconds();
            var most = Math.max(least + 1, scenario.limit().toSeconds() - 300);
            var length = least + Chance.below((int) (most - least), draw("instant"));
            var incident = opened.after();
            for (var left = length; left > 0; left -= 1_500) {
                var wait = new Command.Wait(SAM, Duration.ofSeconds(Math.min(left, 1_500)));
                incident =
                        Decider.decide(scenario, incident, wait, incident.now()).after();
            }
            return new Circumstances(
                    scenario,
                    cause,
                    incident.world().passages(),
                    incident.world().trajectory(),
                    List.of(),
                    List.of(),
                    SEED,
                    incident.now());
        }

        long draw(String what) {
            return Chance.hash(SEED, scenario.id() + "/" + cause.id() + "/" + what, number);
        }

        /** One of these, as the draw falls. */
        <T> T one(String what, List<T> of) {
            return of.get(Chance.below(of.size(), draw(what)));
        }

        @Override
        public String toString() {
            return scenario.id() + " / " + cause.id() + " / " + number;
        }
    }

    static Stream<Moment> moments() {
        return LIBRARY.scenarios().stream()
                .flatMap(scenario -> scenario.causes().stream()
                        .flatMap(cause -> Stream.iterate(1, number -> number <= INSTANTS, number -> number + 1)
                                .map(number -> new Moment(scenario, cause, number))));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void everythingAgrees(Moment moment) {
        var at = new At(moment.circumstances());
        var hosts = at.system().services().stream()
                .filter(service -> !Software.of(service).managed())
                .toList();
        var service = moment.one("service", hosts);
        var region = moment.one("region", service.regions());

        at.processorAgrees(service, region);
        at.memoryAgrees(service, region);
        at.diskAgrees(service, region);
        at.metricsAgree(service, region);
        at.replicasAgree(service, region);
        at.errorsAgreeWithLogs(service, region);
        at.poolsAgree();
        at.sessionsAgree();
        at.lookupsAgree();
        at.tracesAgree();
    }

    /** Asks at one instant. */
    private record At(Circumstances circumstances) {
        private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d\u202f]*(?:\\.\\d+)?");

        mayday.scenario.SimulatedSystem system() {
            return circumstances.scenario().system();
        }

        Answer ask(Dimension dimension, Target... targets) {
            return Answers.answer(circumstances, Shop.about(dimension, targets), 1);
        }

        /** What a command prints on a host or about a service. */
        List<String> run(String command, Target target) {
            var answer = Answers.answer(
                    circumstances,
                    new Interpretation(Dimension.CPU, List.of(target), new Window.Usual(), 1, "", command),
                    1);
            assertThat(answer.evidence()).as("%s: %s", command, answer.text()).hasSize(1);
            return ((Output) answer.evidence().getFirst().body()).lines();
        }

        private static double number(String text) {
            var found = NUMBER.matcher(text);
            assertThat(found.find()).as(text).isTrue();
            return Double.parseDouble(found.group().replace("\u202f", ""));
        }

        private static Line line(Answer answer, int number) {
            return answer.evidence().stream()
                    .map(Evidence::body)
                    .filter(Chart.class::isInstance)
                    .map(body -> ((Chart) body).lines().get(number))
                    .findFirst()
                    .orElseThrow();
        }

        /** The mean of the points of the last minute. */
        private static double lately(Line line) {
            long last = line.points().getLast().epochSeconds();
            return line.points().stream()
                    .filter(point -> point.epochSeconds() > last - Sight.NOW.toSeconds())
                    .mapToDouble(Evidence.Point::value)
                    .average()
                    .orElseThrow();
        }

        void processorAgrees(Service service, RegionId region) {
            var host = new Target.OfHost(service.id(), region, 1);
            var words = ask(Dimension.CPU, host);
            double said = number(words.text().replaceFirst("^.*?" + service.id() + "-1 ", ""));
            var top = run("top -bn1", host);
            double shown = 100 - number(top.get(2).replaceFirst("^.*ni, *", ""));
            double listed = number(run("mpstat", host).getLast().replaceFirst("^.* ", ""));

            assertThat(shown).as("top against words").isCloseTo(said, within(0.6));
            assertThat(100 - listed).as("mpstat against top").isCloseTo(shown, within(0.06));
            assertThat(100 * lately(line(words, 0))).as("chart against words").isCloseTo(said, within(0.6 + said / 10));
        }

        /** What the metrics product says of the same: the last minute of a table against the last minute of a chart. */
        void metricsAgree(Service service, RegionId region) {
            var there = new Target.OfNode(service.id(), region);
            double charted = 100 * lately(line(ask(Dimension.CPU, there), 0));
            double told = switch (system().platform().metrics()) {
                case CLOUDWATCH ->
                    number(run(
                                    "aws cloudwatch get-metric-statistics --namespace AWS/EC2 --metric-name CPUUtilization"
                                            + " --dimensions Name=AutoScalingGroupName,Value=" + service.id()
                                            + " --statistics Average --period 10 --output text",
                                    there)
                            .getLast()
                            .replaceFirst("^DATAPOINTS\\s+", ""));
                case PROMETHEUS ->
                    number(run(
                                    "promtool query instant http://p:9090 'avg(cpu_percent{service=\"" + service.id()
                                            + "\"})'",
                                    there)
                            .getFirst()
                            .replaceFirst("^.*=> ", ""));
                case ATLAS ->
                    number(run(
                                    "curl \"http://atlas/api/v1/graph?q=nf.app," + service.id()
                                            + ",:eq,name,cpuPercent,:eq,:and,:avg&s=e-5m\"",
                                    there)
                            .getLast()
                            .replaceFirst("^.*Z,", ""));
            };

            assertThat(told)
                    .as("metric table against chart of %s", service.id())
                    .isCloseTo(charted, within(1.5 + charted / 5));
        }

        void memoryAgrees(Service service, RegionId region) {
            var host = new Target.OfHost(service.id(), region, 1);
            var words = ask(Dimension.MEMORY, host);
            double used = number(run("free -m", host).get(1).substring(20));
            double charted = 1024 * lately(line(words, 0));

            assertThat(used).as("free against chart").isCloseTo(charted, within(2 + charted / 50));
        }

        void diskAgrees(Service service, RegionId region) {
            var host = new Target.OfHost(service.id(), region, 1);
            double used = number(run("df -h", host).getLast().replaceFirst("^.* (\\d+)% .*$", "$1"));

            assertThat(used)
                    .as("df against chart")
                    .isCloseTo(100 * lately(line(ask(Dimension.DISK, host), 0)), within(1.1));
        }

        void replicasAgree(Service service, RegionId region) {
            var there = new Target.OfNode(service.id(), region);
            double charted = line(ask(Dimension.SCALING_INSTANCES, there), 0)
                    .points()
                    .getLast()
                    .value();
            double words = number(ask(Dimension.SCALING_INSTANCES, there).text().replaceFirst("^.*?: ", ""));
            var listed = switch (system().platform().runsOn()) {
                case KUBERNETES -> count(run("kubectl get pods -l app=" + service.id(), there), " 1/1 ");
                case EC2_AUTO_SCALING ->
                    count(
                            run(
                                    "aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names "
                                            + service.id(),
                                    there),
                            "\"InService\"");
                case BARE_HOSTS -> words;
            };

            assertThat(words).isCloseTo(charted, within(1.0));
            assertThat(listed).as("listed against words").isEqualTo(Math.min(words, 120));
        }

        private static double count(List<String> lines, String what) {
            return lines.stream().filter(line -> line.contains(what)).count();
        }

        /** Each failure is logged as an error: lines a second are the error ratio times the request rate. */
        void errorsAgreeWithLogs(Service service, RegionId region) {
            var there = new Target.OfNode(service.id(), region);
            var window = new Window.Last(Duration.ofMinutes(5));
            var ratio = line(Answers.answer(circumstances, Shop.within(Dimension.ERROR_RATE, window, there), 1), 0);
            var rate = line(Answers.answer(circumstances, Shop.within(Dimension.TRAFFIC, window, there), 1), 0);
            double failures = 0;
            for (int i = 0; i < Math.min(ratio.points().size(), rate.points().size()); i++) {
                failures += 10
                        * ratio.points().get(i).value()
                        * rate.points().get(i).value();
            }
            double logged = number(run("journalctl -u " + service.id() + " --since 5m -p err | wc -l", there)
                    .getFirst());
            double own = errorsPerMinute(service, region);

            assertThat(logged)
                    .as("error lines of %s in %s against %s failures", service.id(), region, failures)
                    .isBetween(0.9 * failures * (1 - milder(service, region)) - 12, 1.1 * failures + 12 + own);
        }

        /** Errors that the cause logs beside the failed requests, in five minutes. */
        private double errorsPerMinute(Service service, RegionId region) {
            boolean any = circumstances.passages().stream()
                    .flatMap(passage -> passage.state().logs().stream())
                    .anyMatch(pattern -> pattern.service().equals(service.id())
                            && pattern.where().covers(region)
                            && pattern.level().equals("ERROR")
                            && pattern.per() != mayday.scenario.LogPattern.Per.FAILURE);
            return any || service.kind() == ServiceKind.RESOLVER ? Double.MAX_VALUE / 4 : 0;
        }

        /** The share of failures that the cause has logged as less than an error. */
        private double milder(Service service, RegionId region) {
            return Math.min(
                    1,
                    circumstances.passages().stream()
                            .flatMap(passage -> passage.state().logs().stream())
                            .filter(pattern -> pattern.service().equals(service.id())
                                    && pattern.where().covers(region)
                                    && !pattern.level().equals("ERROR")
                                    && pattern.per() == mayday.scenario.LogPattern.Per.FAILURE)
                            .mapToDouble(pattern -> pattern.share())
                            .sum());
        }

        void poolsAgree() {
            for (var edge : system().dependencies()) {
                var caller = system().service(edge.from());
                if (edge.poolSize() == 0 || Software.of(caller).managed()) {
                    continue;
                }
                var region = caller.primaryRegion();
                var history = new SimulatedHistory(circumstances.trajectory());
                var sight =
                        new Sight(history, system(), circumstances.scenario().origin());
                double used = sight.lately(
                        mayday.scenario.DependencySignal.POOL_IN_USE, edge, Where.in(region), circumstances.asOf());
                double replicas = history.samples(
                                mayday.scenario.Signal.REPLICAS_READY,
                                caller.id(),
                                Where.in(region),
                                circumstances.asOf(),
                                circumstances.asOf())
                        .value(0);
                var fleet = new mayday.terminal.Fleet(system());
                var callee = system().service(edge.to());
                var there = callee.runsIn(region) ? region : callee.primaryRegion();
                var net = fleet.address(callee, there, 1).replaceFirst("\\d+$", "");
                double open = number(
                        run("ss -tn | grep ESTAB | grep -cF ' " + net + "'", new Target.OfHost(caller.id(), region, 1))
                                .getFirst());

                assertThat(open)
                        .as("sockets of %s to %s", edge.from(), edge.to())
                        .isCloseTo(used / Math.max(1, replicas), within(1.0));
            }
        }

        /** Rows of a list of sessions against busy workers. */
        void sessionsAgree() {
            for (var database : system().services()) {
                var software = Software.of(database);
                if (database.kind() != ServiceKind.DATABASE || !(software.isMySql() || software.isPostgres())) {
                    continue;
                }
                var region = database.primaryRegion();
                var host = new Target.OfHost(database.id(), region, 1);
                var words = ask(Dimension.DB_HEALTH, host).text();
                double busy = number(words.replaceFirst("^.*\\), ", ""));
                double rows = software.isMySql()
                        ? count(run("SHOW PROCESSLIST", host), "| Query ") - 1
                        : number(run("select count(*) from pg_stat_activity where state = 'active'", host)
                                        .get(2))
                                - 1;

                assertThat(rows).as("sessions of %s: %s", database.id(), words).isCloseTo(busy, within(1.0));
            }
        }

        /** Of twenty tries so many fail as the ratio says, within four times what chance makes of it. */
        void lookupsAgree() {
            for (var edge : system().dependencies()) {
                if (!edge.resolvesNames()) {
                    continue;
                }
                var region = system().service(edge.from()).primaryRegion();
                var sight = new Sight(
                        new SimulatedHistory(circumstances.trajectory()),
                        system(),
                        circumstances.scenario().origin());
                var callers = system().dependencies().stream()
                        .filter(each -> each.to().equals(edge.to()) && each.resolvesNames())
                        .filter(each -> system().service(each.from()).runsIn(region))
                        .mapToDouble(each -> sight.lately(
                                mayday.scenario.DependencySignal.NAME_RATIO,
                                each,
                                Where.in(region),
                                circumstances.asOf()))
                        .max()
                        .orElse(0);
                var name = NameAnswers.hostname(system().service(edge.to()));
                var tries = 12;
                var lines = run(
                        "dig " + (name + " ").repeat(tries).strip() + " | grep -c 'ANSWER SECTION'",
                        new Target.OfNode(edge.from(), region));
                double answered = number(lines.getFirst());
                double expected = tries * (1 - callers);

                assertThat(answered)
                        .as("answers for %s at %s failing", name, callers)
                        .isCloseTo(expected, within(0.5 + 4 * Math.sqrt(tries * callers * (1 - callers)) + callers));
            }
        }

        /** A trace shows one request: none that is faster than nearly all, none slower than nearly all and its time-outs. */
        void tracesAgree() {
            var entry = system().service(system().traffic().entry());
            for (var region : entry.regions()) {
                var there = new Target.OfNode(entry.id(), region);
                var spans = ((Trace) ask(Dimension.TRACES, there)
                                .evidence()
                                .getFirst()
                                .body())
                        .spans();
                var latency = ask(Dimension.LATENCY, there);
                double p50 = 1000 * lately(line(latency, 0));
                double p99 = 1000 * lately(line(latency, 2));
                double waits = 1000
                        * system().dependenciesOf(entry.id()).stream()
                                .mapToDouble(edge -> edge.timeoutSeconds() * Math.max(1, edge.attempts()))
                                .max()
                                .orElse(0);

                assertThat((double) spans.getFirst().millis())
                        .as("trace in %s against p50 %s, p99 %s", region, p50, p99)
                        .isBetween(spans.getFirst().failure().isEmpty() ? p50 / 4 : 0, Math.max(2 * p99, waits) + 50);
            }
        }
    }
}
