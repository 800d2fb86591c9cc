package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mayday.scenario.RegionId;
import mayday.scenario.Scenario;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.TeamId;
import mayday.scenario.Where;

/** One question, with its targets and window resolved against the system, and the history to answer it from. */
record Inquiry(Circumstances circumstances, History history, Interpretation interpretation) {
    /** A question about more things than a chart has lines is answered for the first of them. */
    static final int MOST_SUBJECTS = Evidence.Chart.MOST_LINES;

    /** What is looked at if the question names no time. */
    static final Duration USUAL_WINDOW = Duration.ofMinutes(60);

    Scenario scenario() {
        return circumstances.scenario();
    }

    SimulatedSystem system() {
        return scenario().system();
    }

    Instant now() {
        return circumstances.asOf();
    }

    Sight sight() {
        return new Sight(history, system(), scenario().origin(), OddHosts.of(scenario(), circumstances.cause()));
    }

    /** The service whose alert opened the incident. */
    Service paged() {
        return system().service(scenario().page().condition().service());
    }

    List<Service> ofKind(ServiceKind kind) {
        return system().services().stream()
                .filter(service -> service.kind() == kind)
                .toList();
    }

    /** The services that the question names, in its order, whole teams' services included. */
    List<Service> namedServices() {
        var named = new LinkedHashSet<ServiceId>();
        for (var target : interpretation.targets()) {
            switch (target) {
                case Target.OfService(var service) -> named.add(service);
                case Target.OfNode(var service, var _) -> named.add(service);
                case Target.OfHost(var service, var _, var _) -> named.add(service);
                case Target.OfTeam(var team) -> named.addAll(ownedBy(team));
                case Target.OfRegion _ -> {}
            }
        }
        return named.stream().flatMap(id -> system().find(id).stream()).toList();
    }

    /** The regions that the question names, on their own or with a service. */
    List<RegionId> namedRegions() {
        var named = new LinkedHashSet<RegionId>();
        for (var target : interpretation.targets()) {
            switch (target) {
                case Target.OfRegion(var region) -> named.add(region);
                case Target.OfNode(var _, var region) -> named.add(region);
                case Target.OfHost(var _, var region, var _) -> named.add(region);
                case Target.OfService _, Target.OfTeam _ -> {}
            }
        }
        return List.copyOf(named);
    }

    List<TeamId> namedTeams() {
        return interpretation.targets().stream()
                .flatMap(target -> target instanceof Target.OfTeam(var team) ? Stream.of(team) : Stream.of())
                .toList();
    }

    /** All regions, or the one that was named; all if several were. */
    Where where() {
        var regions = namedRegions();
        return regions.size() == 1 ? Where.in(regions.getFirst()) : Where.everywhere();
    }

    /**
     * What the question is about, {@code fallback} if it names no service; a region that was named on its own narrows
     * all of them. Not cut to {@link #MOST_SUBJECTS}, and with nodes that do not exist.
     */
    List<Subject> subjects(List<Service> fallback) {
        var subjects = new LinkedHashSet<Subject>();
        for (var target : interpretation.targets()) {
            switch (target) {
                case Target.OfService(var id) ->
                    system().find(id).ifPresent(service -> subjects.addAll(everyNamedRegion(service)));
                case Target.OfNode(var id, var region) ->
                    system().find(id).ifPresent(service -> subjects.add(new Subject(service, Where.in(region), 0)));
                case Target.OfHost(var id, var region, var number) ->
                    system().find(id)
                            .ifPresent(service -> subjects.add(new Subject(service, Where.in(region), number)));
                case Target.OfTeam(var team) ->
                    ownedBy(team).forEach(id -> subjects.addAll(everyNamedRegion(system().service(id))));
                case Target.OfRegion _ -> {}
            }
        }
        if (subjects.isEmpty()) {
            fallback.forEach(service -> subjects.addAll(everyNamedRegion(service)));
        }
        return List.copyOf(subjects);
    }

    /** Answers about services, each where it runs; says so when it does not run where it was asked about. */
    Reply aboutServices(
            List<Service> fallback, Duration usual, BiFunction<List<Subject>, Period.Covered, Reply> answer) {
        var asked = subjects(fallback);
        var here = asked.stream().filter(this::runs).limit(MOST_SUBJECTS).toList();
        var remarks = new ArrayList<String>();
        asked.stream().filter(Predicate.not(this::runs)).limit(1).forEach(each -> remarks.add(elsewhere(each)));
        if (here.isEmpty()) {
            return Reply.words(remarks.isEmpty() ? "There is nothing of that kind here." : remarks.getFirst());
        }
        return switch (Period.of(interpretation.window(), scenario().origin(), now(), usual)) {
            case Period.Uncovered(var why) -> Reply.words(why);
            case Period.Covered covered -> {
                remarks.add(covered.remark());
                yield answer.apply(here, covered)
                        .adding(String.join(" ", remarks).strip());
            }
        };
    }

    /** As {@link #aboutServices}, for what only the owner of a machine can see: a third party gets {@code refusal}. */
    Reply aboutOurs(
            List<Service> fallback,
            Duration usual,
            String refusal,
            BiFunction<List<Subject>, Period.Covered, Reply> answer) {
        return aboutServices(fallback, usual, (subjects, period) -> {
            var ours = subjects.stream()
                    .filter(Predicate.not(Subject::isThirdParty))
                    .toList();
            if (!ours.isEmpty()) {
                return answer.apply(ours, period);
            }
            return Reply.words(subjects.getFirst().id() + " is a third party: " + refusal);
        });
    }

    private List<Subject> everyNamedRegion(Service service) {
        var alone = interpretation.targets().stream()
                .filter(Target.OfRegion.class::isInstance)
                .map(target -> ((Target.OfRegion) target).region())
                .distinct()
                .toList();
        if (alone.isEmpty()) {
            var page = scenario().page().condition();
            var where = interpretation.targets().isEmpty() && page.service().equals(service.id())
                    ? page.where()
                    : Where.everywhere();
            return List.of(new Subject(service, where, 0));
        }
        return alone.stream()
                .map(region -> new Subject(service, Where.in(region), 0))
                .toList();
    }

    private List<ServiceId> ownedBy(TeamId team) {
        return system().services().stream()
                .filter(service -> service.owner().equals(team))
                .map(Service::id)
                .toList();
    }

    private boolean runs(Subject subject) {
        return switch (subject.where()) {
            case Where.Everywhere() -> true;
            case Where.In(var region) -> subject.service().runsIn(region);
        };
    }

    private static String elsewhere(Subject subject) {
        var regions = subject.service().regions().stream().map(RegionId::value).toList();
        return subject.id() + " does not run in " + subject.where().words() + "; it runs in " + Figures.list(regions)
                + ".";
    }
}
