package mayday.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import mayday.debrief.Appraisal;
import mayday.debrief.Rubric;
import mayday.drill.Room;
import mayday.incident.Decision;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.incident.Understanding;
import mayday.player.Expected;
import mayday.web.view.HelpView;

/** An incident played in a terminal: a line is a question, a line with a slash is a move. */
final class PlayLoop {
    private static final int LONGEST_LINE = 4_096;

    private final Room room;
    private final Participant player;
    private final Rubric judgedBy;
    private final BufferedReader in;
    private final PrintWriter out;
    private final Telling telling;
    private long told;
    private List<Understanding.Suggestion> suggestions = List.of();

    PlayLoop(Room room, Participant player, Rubric judgedBy, BufferedReader in, PrintWriter out) {
        this.room = room;
        this.player = player;
        this.judgedBy = judgedBy;
        this.in = in;
        this.out = out;
        this.telling = new Telling(out);
    }

    /** Plays until the incident is over or the input ends. */
    void run() throws IOException {
        var scenario = room.incident().scenario();
        out.println(scenario.title() + " · " + scenario.system().title() + " · "
                + room.incident().limit().toMinutes() + " min · "
                + HelpView.of(room.incident()).words());
        out.println("Ask anything in your own words. /help lists the moves.");
        out.println();
        catchUp();
        while (!room.incident().isOver()) {
            out.print("> ");
            out.flush();
            var line = in.readLine();
            if (line == null) {
                out.println();
                out.println("The input has ended; the incident stays open.");
                out.flush();
                return;
            }
            if (!take(line.strip())) {
                return;
            }
            catchUp();
        }
        DebriefText.lines(room.read(this::judged)).forEach(out::println);
        out.flush();
    }

    private Appraisal judged(Incident incident) {
        return Appraisal.of(incident, Expected.debrief(incident), judgedBy, List.of());
    }

    /** Whether to go on. */
    private boolean take(String line) {
        if (line.isEmpty()) {
            room.incident();
            return true;
        }
        if (line.length() > LONGEST_LINE) {
            say("That line is longer than " + LONGEST_LINE + " characters.");
            return true;
        }
        if (line.equals("/quit")) {
            say("The incident stays open; nothing is scored.");
            return false;
        }
        // Somebody new asks for help before knowing of the slash; that must not cost incident time as a question does.
        var plain = line.equalsIgnoreCase("help") || line.equalsIgnoreCase("hint");
        var move = plain ? "/" + line.toLowerCase(Locale.ROOT) : line;
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
                case SlashCommand.Show(var lines) -> lines.forEach(out::println);
                case SlashCommand.Mistake(var message) -> say(message);
            }
            return true;
        }
        ask(picked(line));
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

    /** A number picks one of the last suggestions. */
    private String picked(String line) {
        if (line.length() == 1 && Character.isDigit(line.charAt(0))) {
            var number = line.charAt(0) - '0';
            if (number >= 1 && number <= suggestions.size()) {
                return suggestions.get(number - 1).say();
            }
        }
        return line;
    }

    private boolean confirmed(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        try {
            var answer = in.readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            return false;
        }
    }

    private void refusalOf(Decision decision) {
        if (decision instanceof Decision.Refused(Refusal.CoachAsks _, var _, var _)) {
            // The remark itself is told with what happened.
            catchUp();
            say("Close again if you are sure; your coach asks this once.");
        } else if (decision instanceof Decision.Refused(var refusal, var _, var _)) {
            say(refusal.reason());
        }
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }

    private void catchUp() {
        var history = room.incident().history();
        telling.tell(history.subList((int) told, history.size()));
        told = history.size();
    }
}
