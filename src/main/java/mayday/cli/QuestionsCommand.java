package mayday.cli;

import static mayday.cli.ExitCode.FAILED;
import static mayday.cli.ExitCode.GOOD;
import static mayday.cli.ExitCode.WRONG_USAGE;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mayday.journal.DataUnusable;
import mayday.journal.Journal;
import mayday.journal.JournalUnavailable;
import mayday.journal.Misunderstood;
import mayday.journal.Place;
import mayday.scenario.ScenarioId;
import mayday.scenario.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code mayday questions}: what learners asked about a scenario and was not understood, for its author. */
@Command(
        name = "questions",
        mixinStandardHelpOptions = true,
        description = "Lists the questions about a scenario that were not understood, the most frequent first.")
final class QuestionsCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final PrintWriter out;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario's id, such as elevated-500s.")
    private String scenario = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the journal (default: ./${DEFAULT-VALUE}). No server may be using it.")
    private Path data = Path.of("data");

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    QuestionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    @Override
    public Integer call() {
        var place = Place.of(surroundings.environment(), data);
        if (place instanceof Place.Folder && !Files.isDirectory(data)) {
            return told(WRONG_USAGE, "There is no folder " + data + ". Name the server's with --data.");
        }
        try (var journal = Journal.open(place, surroundings.wallClock())) {
            var questions = journal.misunderstood(new ScenarioId(scenario));
            if (json) {
                out.println(JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(questions.stream().map(Told::of).toList()));
            } else {
                lines(questions);
            }
            return GOOD;
        } catch (DataUnusable | JournalUnavailable unusable) {
            return told(FAILED, String.valueOf(unusable.getMessage()));
        }
    }

    private int told(int code, String message) {
        surroundings.err().println("mayday questions: " + message);
        return code;
    }

    /** One of them, as JSON has it. */
    record Told(String words, int times, String outcome, String reply, List<String> offered, String then) {
        static Told of(Misunderstood question) {
            return new Told(
                    question.words(),
                    question.times(),
                    Words.kebab(question.outcome()),
                    question.reply(),
                    question.offered(),
                    question.then());
        }
    }

    private void lines(List<Misunderstood> questions) {
        if (questions.isEmpty()) {
            out.println("Every question about " + scenario + " in this journal was understood.");
            return;
        }
        out.println(questions.size() + (questions.size() == 1 ? " question" : " questions") + " about " + scenario
                + " that were not understood, the most frequent first.");
        for (var question : questions) {
            out.println();
            out.println("%4d x  %s".formatted(question.times(), inOneLine(question.words())));
            out.println("        %s: %s".formatted(Words.kebab(question.outcome()), inOneLine(question.reply())));
            if (!question.offered().isEmpty()) {
                out.println("        offered: " + String.join(", ", question.offered()));
            }
            if (!question.then().isEmpty()) {
                out.println("        then asked: " + inOneLine(question.then()));
            }
        }
        out.println();
        out.println("Those that one of the scenario's own questions should answer go under its `asks`:");
        out.println("asks:");
        questions.forEach(question -> out.println("  - " + quoted(question.words())));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** As a YAML scalar, whatever was asked: a JSON string is one. */
    private static String quoted(String words) {
        return JsonMapper.shared().writeValueAsString(words);
    }
}
