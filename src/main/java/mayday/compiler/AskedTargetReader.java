package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mayday.compiler.Value.Text;
import mayday.scenario.AuthoredQuestion.AskedTarget;
import mayday.scenario.ServiceId;

/**
 * Reads what an answer is about: {@code checkout}, {@code checkout@eu-west}, {@code eu-west}, the host {@code checkout-3}, or {@code
 * checkout-3@eu-west}.
 */
final class AskedTargetReader {
    private static final Pattern HOST = Pattern.compile("(.+)-([1-9]\\d{0,2})");

    private final Topology topology;
    private final Problems problems;

    AskedTargetReader(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
    }

    List<AskedTarget> read(List<Text> texts) {
        var targets = new ArrayList<AskedTarget>();
        texts.forEach(text -> targets.add(target(text)));
        return targets;
    }

    private AskedTarget target(Text text) {
        var at = text.text().indexOf('@');
        var name = at < 0 ? text.text() : text.text().substring(0, at);
        if (at < 0 && topology.isRegion(name)) {
            return new AskedTarget("", name, 0);
        }
        var host = HOST.matcher(name);
        var isHost = !topology.isService(name) && host.matches() && topology.isService(host.group(1));
        var service = topology.service(text, isHost ? host.group(1) : name, 0);
        var region = at < 0
                ? ""
                : topology.regionOf(service, text, text.text().substring(at + 1), at + 1)
                        .value();
        var number = isHost ? Integer.parseInt(host.group(2)) : 0;
        if (isHost) {
            checkHost(text, service, number);
        }
        return new AskedTarget(service.value(), region, number);
    }

    private void checkHost(Text text, ServiceId id, int number) {
        topology.find(id)
                .filter(service -> number > service.capacity().replicas())
                .ifPresent(service -> problems.error(
                        text.place(),
                        "no-such-host",
                        "`" + id + "` has " + service.capacity().replicas() + " hosts in a region, this is number "
                                + number,
                        "the last one is `" + id + "-" + service.capacity().replicas() + "`"));
    }
}
