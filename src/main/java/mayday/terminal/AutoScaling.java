package mayday.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.scenario.Signal;
import mayday.terminal.CommandLine.Stage;

/** Instances of an Auto Scaling group: {@code aws autoscaling}, {@code aws elbv2}, {@code aws ec2}. */
final class AutoScaling {
    /** Instances of one answer. */
    private static final int MOST_INSTANCES = 40;

    private AutoScaling() {}

    private record Counts(int ready, int wanted) {
        static Counts of(Session session) {
            var fleet = session.here().fleet();
            int ready = (int) Numbers.whole(session.instruments().lately(Signal.REPLICAS_READY, fleet));
            return new Counts(ready, (int)
                    Math.max(ready, Numbers.whole(session.instruments().lately(Signal.REPLICAS_WANTED, fleet))));
        }

        String words(Session session) {
            return "%s in %s: %d of %d instances in service."
                    .formatted(session.here().id(), session.region(), ready, wanted);
        }
    }

    private static Optional<Printed> managed(Session session) {
        var service = session.here().service();
        return Software.of(service).managed()
                ? Optional.of(new Printed.Word(
                        service.id() + " is " + service.technology() + ": it has no instances of ours."))
                : Optional.empty();
    }

    static Printed groups(Session session, Stage stage) {
        var managed = managed(session);
        if (managed.isPresent()) {
            return managed.get();
        }
        var counts = Counts.of(session);
        var instances = new ArrayList<Map<String, Object>>();
        for (int number = 1; number <= Math.min(MOST_INSTANCES, counts.wanted()); number++) {
            instances.add(Aws.ordered(
                    "InstanceId",
                    Aws.instanceId(session, session.here().replica(number)),
                    "AvailabilityZone",
                    Aws.region(session.region()) + "abc".charAt(number % 3),
                    "LifecycleState",
                    number <= counts.ready() ? "InService" : "Pending",
                    "HealthStatus",
                    "Healthy",
                    "PrivateName",
                    session.here().replica(number).hostName()));
        }
        var group = Aws.ordered(
                "AutoScalingGroupName", session.here().id().value(),
                "MinSize", session.here().service().capacity().replicas(),
                "DesiredCapacity", counts.wanted(),
                "HealthCheckType", "ELB",
                "Instances", instances);
        var lines = stage.arguments().value("--output").orElse("").equals("table")
                ? new SqlTable(
                                List.of("InstanceId", "AvailabilityZone", "LifecycleState", "HealthStatus"),
                                instances.stream()
                                        .map(each -> each.values().stream()
                                                .limit(4)
                                                .map(String::valueOf)
                                                .toList())
                                        .toList())
                        .mysql()
                : JsonLines.of(Aws.ordered("AutoScalingGroups", List.of(group)));
        return session.onConsole(lines, counts.words(session));
    }

    static Printed activities(Session session) {
        var activities = new ArrayList<Map<String, Object>>();
        for (var at : session.instruments().restarts(session.here().fleet()).reversed()) {
            activities.add(Aws.ordered(
                    "Description",
                    "Launching a new EC2 instance",
                    "Cause",
                    "At " + Numbers.iso(at) + " an instance was started in response to a user request.",
                    "StartTime",
                    Numbers.iso(at),
                    "StatusCode",
                    "Successful"));
        }
        return session.onConsole(
                JsonLines.of(Aws.ordered("Activities", activities)),
                Counts.of(session).words(session));
    }

    static Printed targets(Session session) {
        var counts = Counts.of(session);
        var targets = new ArrayList<Map<String, Object>>();
        for (int number = 1; number <= Math.min(MOST_INSTANCES, counts.wanted()); number++) {
            boolean ready = number <= counts.ready();
            var health = ready
                    ? Aws.ordered("State", "healthy")
                    : Aws.ordered(
                            "State",
                            "initial",
                            "Reason",
                            "Elb.RegistrationInProgress",
                            "Description",
                            "Target registration is in progress");
            targets.add(Aws.ordered(
                    "Target",
                    Aws.ordered(
                            "Id",
                            Aws.instanceId(session, session.here().replica(number)),
                            "Port",
                            Software.of(session.here().service()).port()),
                    "TargetHealth",
                    health));
        }
        return session.onConsole(JsonLines.of(Aws.ordered("TargetHealthDescriptions", targets)), counts.words(session));
    }

    static Printed instances(Session session) {
        var managed = managed(session);
        if (managed.isPresent()) {
            return managed.get();
        }
        var counts = Counts.of(session);
        var instances = new ArrayList<Map<String, Object>>();
        for (int number = 1; number <= Math.min(MOST_INSTANCES, counts.wanted()); number++) {
            var machine = session.here().replica(number);
            instances.add(Aws.ordered(
                    "InstanceId", Aws.instanceId(session, machine),
                    "PrivateIpAddress", session.fleet().address(machine.service(), machine.region(), number),
                    "State", Aws.ordered("Name", number <= counts.ready() ? "running" : "pending"),
                    "LaunchTime", Numbers.iso(session.instruments().bornAt(machine)),
                    "Tags", List.of(Aws.ordered("Key", "Name", "Value", machine.hostName()))));
        }
        return session.onConsole(
                JsonLines.of(Aws.ordered("Reservations", List.of(Aws.ordered("Instances", instances)))),
                counts.words(session));
    }
}
