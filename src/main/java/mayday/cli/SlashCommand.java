package mayday.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.incident.ActionId;
import mayday.incident.Command;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.MessageId;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Stance;
import mayday.incident.Verdict;
import mayday.scenario.Audience;
import mayday.scenario.FaultClass;
import mayday.scenario.Severity;
import mayday.scenario.TeamId;
import mayday.scenario.Words;
import mayday.web.view.Format;

/** What a line that starts with a slash means. */
sealed interface SlashCommand {
    /**
     * A move to make.
     *
     * @param confirm what to ask before it is made; empty if it is made at once
     */
    record Move(Command command, String confirm) implements SlashCommand {}

    /**
     * The next hint, to be worded and taken.
     *
     * @param confirm what it is and what it costs
     */
    record Hint(HintStep step, String confirm) implements SlashCommand {}

    /** Something to read; no move. */
    record Show(List<String> lines) implements SlashCommand {
        public Show {
            lines = List.copyOf(lines);
        }
    }

    /** A piece of evidence to look at again; no move. */
    record Look(Evidence evidence) implements SlashCommand {}

    /** The line cannot be read; says how it should look. */
    record Mistake(String message) implements SlashCommand {}

    static SlashCommand parse(String line, Incident incident, Participant by) {
        var words = new ArrayList<>(Arrays.asList(line.substring(1).strip().split("\\s+", -1)));
        var verb = words.removeFirst();
        return switch (verb) {
            case "help" -> new Show(SlashHelp.lines());
            case "ack" -> move(new Command.Acknowledge(by));
            case "menu" -> new Show(TypedAction.menu(incident));
            case "clock" -> new Show(List.of(clock(incident)));
            case "board" -> new Show(BoardText.board(incident));
            case "map" -> new Show(BoardText.map(incident));
            case "guide" -> guide(BoardText.guide(incident));
            case "show" -> show(words, incident);
            case "link" -> link(words, by);
            case "do" -> TypedAction.parse(words, incident, by);
            case "stop" ->
                words.isEmpty()
                        ? new Mistake("/stop which action? Such as /stop A1.")
                        : move(new Command.CancelAction(by, new ActionId(upper(words.getFirst()))));
            case "think" -> think(words, by);
            case "sure" -> sure(words, by);
            case "out" -> judge(words, by, Verdict.RULED_OUT);
            case "confirm" -> judge(words, by, Verdict.CONFIRMED);
            case "reopen" -> judge(words, by, Verdict.OPEN);
            case "sev" -> severity(words, by);
            case "update" -> update(words, by);
            case "reply" ->
                words.size() < 2
                        ? new Mistake("/reply to which message, and what? Such as /reply M1 By 14:30.")
                        : move(new Command.Reply(
                                by, new MessageId(upper(words.getFirst())), rest(words, 1), List.of()));
            case "byhand" ->
                words.isEmpty()
                        ? new Mistake("/byhand which question? Such as /byhand Q3.")
                        : move(new Command.TakeFallback(by, new QuestionId(upper(words.getFirst()))));
            case "page" ->
                words.isEmpty()
                        ? new Mistake("/page which team? Such as /page payments.")
                        : move(new Command.Escalate(by, new TeamId(words.getFirst()), rest(words, 1)));
            case "wait" -> wait(words, by);
            case "hint" -> hint(incident);
            case "close" ->
                words.isEmpty()
                        ? new Mistake("/close wants a sentence: what happened, and what you did.")
                        : move(new Command.Close(by, rest(words, 0)));
            case "whatif", "fork" ->
                new Mistake("What would have been can be asked when the incident has ended; /close ends it.");
            default -> new Mistake("There is no /" + verb + "." + nearest(verb) + " /help lists the moves.");
        };
    }

    private static SlashCommand move(Command command) {
        return new Move(command, "");
    }

    private static SlashCommand hint(Incident incident) {
        return switch (HintOffer.of(incident)) {
            case HintOffer.None(var why) -> new Mistake(why.reason());
            case HintOffer.Next next ->
                new Hint(
                        next.step(),
                        "A hint, step " + next.step().number() + " of 3, "
                                + next.step().words() + "? It costs "
                                + next.price() + " off the part of the score that it helps; " + next.left()
                                + " left.");
        };
    }

    private static SlashCommand think(List<String> words, Participant by) {
        var usage = "/think wants a kind, a target and a confidence, such as /think bad-release checkout 60. Kinds: "
                + String.join(
                        ", ",
                        Arrays.stream(FaultClass.values()).map(Words::kebab).toList())
                + ".";
        if (words.size() < 3) {
            return new Mistake(usage);
        }
        var fault = Words.parse(FaultClass.class, words.getFirst());
        var confidence = whole(words.get(2));
        if (fault.isEmpty() || confidence < 0) {
            return new Mistake(usage);
        }
        return move(new Command.StateHypothesis(by, rest(words, 3), fault.get(), words.get(1), confidence));
    }

    private static SlashCommand sure(List<String> words, Participant by) {
        return words.size() == 2 && whole(words.get(1)) >= 0
                ? move(new Command.ReviseHypothesis(by, new HypothesisId(upper(words.getFirst())), whole(words.get(1))))
                : new Mistake("/sure wants a hypothesis and a confidence from 0 to 100, such as /sure H1 80.");
    }

    private static SlashCommand judge(List<String> words, Participant by, Verdict verdict) {
        if (words.isEmpty()) {
            return new Mistake("Which hypothesis, and because of which evidence? Such as /out H1 E3.");
        }
        var because = words.subList(1, words.size()).stream()
                .map(word -> new EvidenceId(upper(word)))
                .toList();
        return move(new Command.JudgeHypothesis(by, new HypothesisId(upper(words.getFirst())), verdict, because));
    }

    private static SlashCommand link(List<String> words, Participant by) {
        var stance = words.size() == 3 ? Words.parse(Stance.class, words.get(1)) : Optional.<Stance>empty();
        return stance.isPresent()
                ? move(new Command.LinkEvidence(
                        by,
                        new HypothesisId(upper(words.getLast())),
                        new EvidenceId(upper(words.getFirst())),
                        stance.get()))
                : new Mistake("/link wants evidence, for or against, and a hypothesis, such as /link E3 for H1.");
    }

    /** Ids are typed in small letters, too. */
    private static String upper(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    /** The moves that begin as a mistyped one does. */
    private static String nearest(String verb) {
        var like = SlashHelp.verbs()
                .filter(each -> !verb.isEmpty() && each.startsWith("/" + verb.charAt(0)))
                .toList();
        return like.isEmpty() ? "" : " Did you mean " + String.join(" or ", like) + "?";
    }

    private static SlashCommand severity(List<String> words, Participant by) {
        var severity = words.size() == 1 ? Severity.parse(words.getFirst()) : Optional.<Severity>empty();
        return severity.isPresent()
                ? move(new Command.DeclareSeverity(by, severity.get()))
                : new Mistake("/sev wants one of SEV1, SEV2, SEV3, SEV4.");
    }

    private static SlashCommand update(List<String> words, Participant by) {
        var audience = words.isEmpty() ? Optional.<Audience>empty() : Words.parse(Audience.class, words.getFirst());
        return audience.isPresent()
                ? move(new Command.PostUpdate(by, audience.get(), rest(words, 1)))
                : new Mistake("/update wants an audience and a text: /update status-page We are looking into it.");
    }

    private static SlashCommand wait(List<String> words, Participant by) {
        var usage = "/wait wants a length, such as /wait 2m or /wait 30s.";
        if (words.size() != 1 || !words.getFirst().matches("[0-9]{1,5}[sm]?")) {
            return new Mistake(usage);
        }
        var word = words.getFirst();
        var number = whole(word.replaceAll("[sm]", ""));
        return move(new Command.Wait(by, word.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number)));
    }

    private static SlashCommand guide(List<String> steps) {
        return steps.isEmpty() ? new Mistake("No guide leads here. One does with --coach guide.") : new Show(steps);
    }

    private static SlashCommand show(List<String> words, Incident incident) {
        if (words.isEmpty()) {
            return new Mistake("/show which evidence? Such as /show E1. /board lists it.");
        }
        return incident.board()
                .evidence(new EvidenceId(upper(words.getFirst())))
                .<SlashCommand>map(Look::new)
                .orElseGet(() -> new Mistake("There is no " + words.getFirst() + " on the board."));
    }

    private static String clock(Incident incident) {
        var elapsed = Duration.between(incident.scenario().pagedAt(), incident.now());
        return "Paged " + Format.length(elapsed) + " ago, of " + Format.length(incident.limit()) + ".";
    }

    /** The words from there on, as one text. */
    static String rest(List<String> words, int from) {
        return from >= words.size() ? "" : String.join(" ", words.subList(from, words.size()));
    }

    /** A whole number of at most five digits; -1 for anything else. */
    private static int whole(String word) {
        return word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : -1;
    }
}
