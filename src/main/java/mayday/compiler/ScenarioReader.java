package mayday.compiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mayday.compiler.Value.Entries;
import mayday.compiler.Value.Entry;
import mayday.compiler.Value.Text;
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
    /** Some incidents go on for days; the simulation computes a day in a second. */
    private static final Range LIMIT = Range.seconds(300, 5 * 86_400);

    private static final Range AFTER_PAGE = Range.seconds(0, 8 * 3_600);

    private final Sources sources;
    private final SystemFile.Reading systems;
    private final Problems problems;
    private final Scalars scalars;
    private final Fields fields;
    private final Value value;

    ScenarioReader(Sources sources, Value value, Problems problems) {
        this(sources, SystemFile::anew, value, problems);
    }

    ScenarioReader(Sources sources, SystemFile.Reading systems, Value value, Problems problems) {
        this.sources = sources;
        this.systems = systems;
        this.value = value;
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.fields = Fields.ofFile(value, "the scenario", problems);
    }

    /** The scenario; it is of use only if no error was found. */
    Scenario read() {
        var id = id();
        // Who keeps it from learners looks at it themselves: FolderReader.
        fields.flagOr("draft", false);
        var system = SystemFile.read(fields.name("system"), sources, systems, problems);
        var topology = system.map(read -> Topology.of(read, problems)).orElseGet(() -> Topology.anything(problems));
        var shared = new ArrayList<>(system.map(SimulatedSystem::changes).orElse(List.of()));
        var jobs = system.map(SimulatedSystem::jobs).orElse(List.of());
        var vocabulary = Vocabulary.of(value, shared, jobs);
        var conditions = new ConditionReader(topology, vocabulary, problems);
        var wordings = new WordingReader(vocabulary, conditions.inputs(), problems);
        var alerts = new AlertReader(topology, conditions, problems).read(fields);
        var moments = Moments.before(alerts.pagedAt(), problems);
        var changeReader = new ChangeReader(topology, moments, names(shared), problems);
        var changes = changes(changeReader);
        shared.addAll(changes);
        var suspects = causes(
                new CauseReader(topology, moments, conditions, changeReader, shared, vocabulary, wordings, problems));
        var herrings = CauseReader.redHerrings(suspects);
        var causes = suspects.stream().filter(each -> !herrings.contains(each)).toList();
        var limit = fields.durationOr("limit", LIMIT, Duration.ofMinutes(45));
        system.ifPresent(read -> RunSize.check(read, limit, fields.placeOf("limit"), problems));
        var evidence = new EvidenceReader(sources, moments, limit, wordings, problems).read(fields);
        var occasions = new OccasionReader(suspects, moments, conditions, problems);
        var questions = new QuestionReader(topology, occasions, evidence, wordings, problems);
        var durations = durations();
        var actions = new ActionReader(topology, vocabulary, vocabulary.flags(), problems);
        var organisation =
                new OrganisationReader(topology, occasions, conditions, actions, wordings, problems).read(fields);
        new ApprovalLint(organisation, shared, problems).check(causes, fields.entries("causes"));
        var particulars = new ParticularsReader(topology, vocabulary, conditions, wordings, problems);
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
                limit,
                causes,
                herrings,
                changes,
                alerts.others(),
                messages(wordings),
                replies(topology, occasions, wordings),
                questions.read(fields),
                conditions.readOfService(fields.formula("mitigated"), "`mitigated`"),
                durations,
                organisation,
                particulars.read(fields, alerts.pagedAt(), known(suspects), durations));
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

    private List<Cause> causes(CauseReader reader) {
        var entries = fields.someNamed("causes");
        if (entries.size() > MOST_CAUSES) {
            problems.error(fields.placeOf("causes"), "too-many", "a scenario has at most " + MOST_CAUSES + " causes");
        }
        var causes = reader.read(entries);
        if (!causes.isEmpty() && entries.stream().allMatch(ScenarioReader::isNeverDrawn)) {
            problems.error(fields.placeOf("causes"), "no-weight", "no cause is ever drawn: all have the weight 0");
        }
        return causes;
    }

    private static boolean isNeverDrawn(Entry cause) {
        return cause.value() instanceof Entries fields
                && fields.entries().stream()
                        .anyMatch(each -> each.key().text().equals("weight")
                                && each.value() instanceof Text weight
                                && weight.text().matches("0+(\\.0+)?"));
    }

    private static Set<String> names(List<Change> changes) {
        return changes.stream().map(change -> change.id().value()).collect(Collectors.toCollection(HashSet::new));
    }

    private static Known known(List<Cause> causes) {
        return Known.of(
                "cause", causes.stream().map(cause -> cause.id().value()).toList());
    }

    private List<Message> messages(WordingReader wordings) {
        var messages = new ArrayList<Message>();
        for (var value : fields.items("messages")) {
            var message = Fields.of(value, "message", problems);
            messages.add(new Message(
                    message.line("from"), message.duration("after", AFTER_PAGE), message.told("text", wordings)));
            message.end();
        }
        return messages;
    }

    private List<TeamReply> replies(Topology topology, OccasionReader occasions, WordingReader wordings) {
        var replies = new ArrayList<TeamReply>();
        for (var value : fields.items("replies")) {
            var reply = Fields.of(value, "reply", problems);
            replies.add(new TeamReply(
                    topology.team(reply.name("team")), occasions.read(reply), reply.told("text", wordings)));
            reply.end();
        }
        return replies;
    }

    private Map<ActionKind, Takes> durations() {
        var durations = new EnumMap<ActionKind, Takes>(ActionKind.class);
        var kinds = ActionKind.GENERIC.stream().map(ActionKind::id).toList();
        for (var entry : fields.entries("durations")) {
            Known.of("action", kinds).check(entry.key(), problems);
            var takes = new TakesReader(problems)
                    .read(scalars.line(entry.value(), entry.key().text()));
            Words.parse(ActionKind.class, entry.key().text()).ifPresent(kind -> durations.put(kind, takes));
        }
        return durations;
    }
}
