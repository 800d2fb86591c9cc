package mayday.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import mayday.debrief.Appraisal;
import mayday.debrief.Rubric;
import mayday.drill.Room;
import mayday.drill.Rooms;
import mayday.incident.ClockMode;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.incident.Understanding;
import mayday.player.Expected;
import mayday.web.view.GuideView;
import mayday.web.view.HelpView;

/** An incident played in a terminal: a line is a question, a line with a slash is a move. */
final class PlayLoop {
    private static final int LONGEST_LINE = 4_096;

    private final Rooms rooms;
    private final Participant player;
    private final Rubric judgedBy;
    private final Screen screen;
    private final PrintWriter out;
    private final Telling telling;
    private Room room;
    private long told;
    private List<Understanding.Suggestion> suggestions = List.of();

    /** The step of the guide that was told last, with what was proposed for it. */
    private List<GuideView> guided = List.of();

    PlayLoop(Rooms rooms, Room room, Participant player, Rubric judgedBy, Screen screen) {
        this.rooms = rooms;
        this.room = room;
        this.player = player;
        this.judgedBy = judgedBy;
        this.screen = screen;
        this.out = screen.out();
        this.telling = new Telling(screen);
    }

    /** Plays until the incident is over and nobody wants to know more of it, or until the input ends. */
    void run() throws IOException {
        begin();
        while (play()) {
            if (!afterwards()) {
                return;
            }
        }
    }

    private void begin() {
        var scenario = room.incident().scenario();
        tell(scenario.title() + " · " + scenario.system().title() + " · "
                + room.incident().limit().toMinutes() + " min · "
                + HelpView.of(room.incident()).words());
        tell("Ask anything in your own words. /help lists the moves."
                + (room.incident().opened().mode() == ClockMode.LIVE
                        ? " An empty line shows what has happened meanwhile."
                        : ""));
        if (HelpView.of(room.incident()).guided()) {
            tell(
                    "The guide knows what you asked, were shown and wrote down, and nothing of the cause: what it proposes can be wrong.");
        }
        out.println();
        told = 0;
        guided = List.of();
        catchUp();
    }

    /** Whether the incident has ended, rather than the input or the player's patience. */
    private boolean play() throws IOException {
        while (!room.incident().isOver()) {
            guide();
            switch (screen.read("> ")) {
                case Screen.Input.Ended() -> {
                    out.println();
                    tell("The input has ended; the incident stays open.");
                    return false;
                }
                case Screen.Input.BrokenOff() -> tell("/quit or Ctrl-D leaves; /close ends the incident.");
                case Screen.Input.Line(var line) -> {
                    if (!take(line.strip())) {
                        return false;
                    }
                    catchUp();
                }
            }
        }
        DebriefText.lines(room.read(this::judged)).forEach(this::tell);
        return true;
    }

    private Appraisal judged(Incident incident) {
        return Appraisal.of(incident, Expected.debriefOf(incident), judgedBy, List.of());
    }

    /** What would have been; whether a fork was opened that is to be played. */
    private boolean afterwards() throws IOException {
        out.println();
        tell(
                "/whatif 12 shows how the expert would have gone on from minute 12, /fork 12 plays on from there; /quit leaves.");
        while (screen.read("> ") instanceof Screen.Input.Line(var typed)) {
            var line = typed.strip();
            switch (WhatIfCommand.parse(line, room)) {
                case WhatIfCommand.Leave() -> {
                    return false;
                }
                case WhatIfCommand.Show(var lines) -> lines.forEach(this::tell);
                case WhatIfCommand.Fork(var point) -> {
                    var fork = rooms.fork(room, point, player);
                    if (fork.isPresent()) {
                        room = fork.get();
                        tell("Forked: the past is the same, the rest is yours. Incident " + room.id());
                        begin();
                        return true;
                    }
                    tell(WhatIfCommand.noSuchMinute(room.incident()));
                }
            }
        }
        out.println();
        out.flush();
        return false;
    }

    /** Whether to go on. */
    private boolean take(String line) throws IOException {
        if (line.isEmpty()) {
            room.incident();
            return true;
        }
        if (line.length() > LONGEST_LINE) {
            tell("That line is longer than " + LONGEST_LINE + " characters.");
            return true;
        }
        if (line.equals("/quit")) {
            tell("The incident stays open; nothing is scored.");
            return false;
        }
        // Somebody new asks for help before knowing of the slash; that must not cost incident time as a question does.
        var plain = line.equalsIgnoreCase("help") || line.equalsIgnoreCase("hint");
        var move = plain ? "/" + line.toLowerCase(Locale.ROOT) : picked(line);
        if (move.startsWith("/")) {
            switch (SlashCommand.parse(move, room.incident(), player)) {
                case SlashCommand.Move(var command, var question) -> {
                    if (question.isEmpty() || confirmed(question)) {
                        refusalOf(room.submit(command));
                    }
                }
                case SlashCommand.Hint(var step, var question) -> {
                    if (confirmed(question)) {
                        refusalOf(room.hint(player, step));
                    }
                }
                case SlashCommand.Show(var lines) -> lines.forEach(this::tell);
                case SlashCommand.Look(var evidence) ->
                    EvidenceText.lines(evidence, screen.width()).forEach(out::println);
                case SlashCommand.Mistake(var message) -> tell(message);
            }
            return true;
        }
        if (!move.isEmpty()) {
            ask(move);
        }
        return true;
    }

    private void ask(String words) {
        var decision = room.ask(player, words);
        refusalOf(decision);
        catchUp();
        suggestions = List.of();
        for (var recorded : decision.recorded()) {
            if (recorded.event() instanceof Event.QuestionAsked asked) {
                suggestions = asked.understoodAs().suggestions();
                telling.choices(asked.understoodAs());
            }
        }
    }

    /** A number picks one of the last suggestions, or of what the guide proposes; empty if that is for the player to fill in. */
    private String picked(String line) {
        if (line.length() != 1 || !Character.isDigit(line.charAt(0))) {
            return line;
        }
        var number = line.charAt(0) - '0';
        if (number >= 1 && number <= suggestions.size()) {
            return suggestions.get(number - 1).say();
        }
        var leads = guided.stream().flatMap(step -> step.leads().stream()).toList();
        if (!suggestions.isEmpty() || number < 1 || number > leads.size()) {
            tell("There is no " + number + " to pick just now.");
            return "";
        }
        var lead = leads.get(number - 1);
        if (lead.kind().equals("fill-in")) {
            tell("Type it with words of your own: " + lead.line());
            return "";
        }
        tell(lead.line());
        return lead.line();
    }

    /** Tells the next step of the guide, if it or what it proposes is another than was told last. */
    private void guide() {
        var steps = BoardText.steps(room.incident());
        var next = steps.stream()
                .filter(step -> !step.done() && !room.incident().isOver())
                .limit(1)
                .toList();
        if (next.equals(guided) || !suggestions.isEmpty()) {
            return;
        }
        guided = next;
        for (var step : next) {
            out.println();
            tell(screen.ink().accent("Step " + step.number() + " of " + steps.size() + ": " + step.title()));
            tell("  " + step.text());
            var number = 1;
            for (var lead : step.leads()) {
                tell("  [" + number + "] " + lead.line());
                number++;
            }
        }
        out.flush();
    }

    private boolean confirmed(String question) throws IOException {
        Wrapped.lines(question, screen.width()).forEach(out::println);
        return screen.read("[y/N] ") instanceof Screen.Input.Line(var answer)
                && answer.strip().equalsIgnoreCase("y");
    }

    private void refusalOf(Decision decision) {
        if (decision instanceof Decision.Refused(Refusal.CoachAsks _, var _, var _)) {
            // The remark itself is told with what happened.
            catchUp();
            tell("Close again if you are sure; your coach asks this once.");
        } else if (decision instanceof Decision.Refused(var refusal, var _, var _)) {
            tell(refusal.reason());
        }
    }

    private void tell(String text) {
        Wrapped.hanging(text, screen.width()).forEach(out::println);
        out.flush();
    }

    private void catchUp() {
        var history = room.incident().history();
        telling.tell(history.subList((int) told, history.size()));
        told = history.size();
    }
}
