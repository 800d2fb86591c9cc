package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.scenario.ActionKind;
import mayday.scenario.ActionKind.Takes;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.Level;
import mayday.scenario.Message;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.TeamReply;
import mayday.scenario.Words;

/** Reads a scenario's own file. */
final class ScenarioReader {

    private static final int MOST_CAUSES = 40;
    private static final Range LIMIT = Range.seconds(300, 8 * 3_600);
    private static final Range AFTER_PAGE = Range.seconds(0, 8 * 3_600);
    private static final Range TAKES = Range.seconds(1, 3_600);

    private final Sources sources;
    private final Problems problems;
    private final Scalars scalars;
    private final Fields fields;
    private final Value value;

    ScenarioReader(Sources sources, Value value, Problems problems) {
        this.sources = sources;
        this.value = value;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.fields = Fields.of(value, "the scenario", problems);
    }

    /** The scenario; it is of use only if no error was found. */
    Scenario read() {
        var id = id();
        var system = SystemFile.read(fields.name("system"), sources, problems);
        var topology = system.map(read -> Topology.of(read, problems)).orElseGet(() -> Topology.anything(problems));
        var shared = new ArrayList<>(system.map(SimulatedSystem::changes).orElse(List.of()));
        var vocabulary = Vocabulary.of(value, shared);
        var conditions = new ConditionReader(topology, vocabulary, problems);
        var alerts = new AlertReader(topology, conditions, problems).read(fields);
        var moments = Moments.before(alerts.pagedAt(), problems);
        var changeReader = new ChangeReader(topology, moments, names(shared), problems);
        var changes = changes(changeReader);
        shared.addAll(changes);
        var causes = causes(topology, moments, conditions, changeReader, shared);
        var evidence = new EvidenceReader(sources, problems).read(fields);
        var occasions = new OccasionReader(causes, moments, conditions, problems);
        var questions = new QuestionReader(topology, occasions, evidence, problems);
        var actions = new ActionReader(topology, vocabulary.flags(), problems);
        var organisation = new OrganisationReader(topology, occasions, conditions, actions, problems);
        var scenario = new Scenario(
                id,
                sources.revision(),
                fields.line("title"),
                fields.prose("summary"),
                fields.choice("level", Level.class),
                fields.words("tags"),
                system.orElseGet(SystemFile::nothing),
                alerts.page(),
                alerts.pagedAt(),
                fields.durationOr("limit", LIMIT, Duration.ofMinutes(45)),
                causes,
                changes,
                alerts.others(),
                messages(),
                replies(topology, occasions),
                questions.read(fields),
                conditions.readOfService(fields.formula("mitigated"), "`mitigated`"),
                durations(),
                organisation.read(fields));
        questions.checkRevealed(fields);
        fields.end();
        return scenario;
    }

    private ScenarioId id() {
        var id = fields.name("id");
        var folder = sources.main().contains("/")
                ? sources.main().substring(0, sources.main().indexOf('/'))
                : id.text();
        if (Scalars.isId(scalars.id(id)) && !id.text().equals(folder)) {
            problems.error(
                    id.place(),
                    "id-is-not-folder",
                    "the folder is called `" + folder + "`, the scenario `" + id.text() + "`");
        }
        return new ScenarioId(id.text());
    }

    private List<Change> changes(ChangeReader reader) {
        return fields.named("changes").stream().map(reader::read).toList();
    }

    private List<Cause> causes(
            Topology topology, Moments moments, ConditionReader conditions, ChangeReader changes, List<Change> shared) {
        var reader = new CauseReader(topology, moments, conditions, changes, shared, problems);
        var entries = fields.someNamed("causes");
        if (entries.size() > MOST_CAUSES) {
            problems.error(fields.placeOf("causes"), "too-many", "a scenario has at most " + MOST_CAUSES + " causes");
        }
        return entries.stream().map(reader::read).toList();
    }

    private static Set<String> names(List<Change> changes) {
        return changes.stream().map(change -> change.id().value()).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Message> messages() {
        var messages = new ArrayList<Message>();
        for (var value : fields.items("messages")) {
            var message = Fields.of(value, "message", problems);
            messages.add(
                    new Message(message.line("from"), message.duration("after", AFTER_PAGE), message.prose("text")));
            message.end();
        }
        return messages;
    }

    private List<TeamReply> replies(Topology topology, OccasionReader occasions) {
        var replies = new ArrayList<TeamReply>();
        for (var value : fields.items("replies")) {
            var reply = Fields.of(value, "reply", problems);
            replies.add(new TeamReply(topology.team(reply.name("team")), occasions.read(reply), reply.prose("text")));
            reply.end();
        }
        return replies;
    }

    private Map<ActionKind, Takes> durations() {
        var durations = new EnumMap<ActionKind, Takes>(ActionKind.class);
        var kinds = Stream.of(ActionKind.values()).map(Words::kebab).toList();
        for (var entry : fields.entries("durations")) {
            Known.of("action", kinds).check(entry.key(), problems);
            var takes = new TakesReader(TAKES, problems)
                    .read(scalars.line(entry.value(), entry.key().text()), "an action");
            Words.parse(ActionKind.class, entry.key().text()).ifPresent(kind -> durations.put(kind, takes));
        }
        return durations;
    }
}
