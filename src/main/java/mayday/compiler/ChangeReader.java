package mayday.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
import mayday.scenario.Change;
import mayday.scenario.ChangeId;
import mayday.scenario.ChangeKind;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;
import mayday.scenario.Words;

/**
 * Reads a change. Its kind is the key that says what was changed: {@code release: 3.18.0}, {@code flag: inline-recs}.
 */
final class ChangeReader {
    private final Topology topology;
    private final Moments moments;
    private final Problems problems;
    private final Scalars scalars;
    private final Set<String> taken;

    /** @param taken names of other changes; those that are read are added */
    ChangeReader(Topology topology, Moments moments, Set<String> taken, Problems problems) {
        this.topology = topology;
        this.moments = moments;
        this.taken = taken;
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** A change whose name is the key at which it stands. */
    Change read(Entry entry) {
        return read(Fields.of(entry, "change", problems), entry.key());
    }

    /** A change that carries its name within. */
    Change readWithin(Value value) {
        var fields = Fields.of(value, "change", problems);
        var id = fields.name("id");
        scalars.id(id);
        return read(fields, id);
    }

    private Change read(Fields fields, Text id) {
        if (!taken.add(id.text()) && !Scalars.isUnusable(id)) {
            problems.error(
                    id.place(),
                    "duplicate-change",
                    "another change is called `" + id.text()
                            + "`; the system, the scenario and its causes share these names");
        }
        var service = topology.service(fields.name("service"));
        var subject = subject(fields);
        var change = new Change(
                new ChangeId(id.text()),
                subject.kind,
                service,
                regions(fields, service),
                subject.text,
                fields.line("what"),
                fields.line("by"),
                moments.ago(fields.name("at")));
        fields.end();
        return change;
    }

    private List<RegionId> regions(Fields fields, ServiceId service) {
        var regions = new ArrayList<RegionId>();
        for (var text : fields.lines("in")) {
            regions.add(topology.regionOf(service, text, text.text(), 0));
        }
        return regions;
    }

    private Subject subject(Fields fields) {
        var kinds = Stream.of(ChangeKind.values())
                .filter(kind -> fields.has(Words.kebab(kind)))
                .toList();
        if (kinds.size() != 1) {
            var known = Stream.of(ChangeKind.values()).map(Words::kebab).toList();
            var message = kinds.isEmpty()
                    ? "the change does not say what kind it is"
                    : "a change is of one kind, this has several";
            problems.error(fields.place(), "change-kind", message, "write one of " + Suggestions.oneOf(known));
            return new Subject(ChangeKind.RELEASE, "");
        }
        var kind = kinds.getFirst();
        return new Subject(kind, fields.line(Words.kebab(kind)));
    }

    private record Subject(ChangeKind kind, String text) {}
}
