package mayday.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The moves of a terminal: how each is typed, and what it does. */
final class SlashHelp {
    private record Entry(String typed, String does) {}

    private record Group(String title, List<Entry> entries) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "Ask",
                    List.of(
                            new Entry(
                                    "anything", "a question in your own words, or a command such as kubectl get pods"),
                            new Entry("1", "the first of what was offered"),
                            new Entry("/byhand Q3", "take the dearer way, where a tool is down"),
                            new Entry("/hint", "the next hint; its price is told first"))),
            new Group(
                    "Think",
                    List.of(
                            new Entry(
                                    "/think bad-release checkout 60 [words]",
                                    "write down a hypothesis with its confidence"),
                            new Entry("/sure H1 80", "change a confidence"),
                            new Entry("/link E3 for H1", "evidence speaks for or against a hypothesis"),
                            new Entry("/out H1 E3", "rule it out, because of that evidence"),
                            new Entry("/confirm H1 E3", "confirm it"),
                            new Entry("/reopen H1", "neither"))),
            new Group(
                    "Act",
                    List.of(
                            new Entry("/menu", "every action with its targets, length and blast radius"),
                            new Entry(
                                    "/do roll-back checkout [region=eu-west]",
                                    "start an action; it asks before it runs"),
                            new Entry("/do ... -- what you expect", "the same, and is read back to you in the debrief"),
                            new Entry("/stop A1", "stop a running action"),
                            new Entry("/wait 2m", "let time pass (practice clock)"))),
            new Group(
                    "Tell",
                    List.of(
                            new Entry("/ack", "acknowledge the page"),
                            new Entry("/sev SEV2", "declare a severity"),
                            new Entry("/update status-page words", "post an update; also stakeholders, channel"),
                            new Entry("/page payments [words]", "escalate to a team"),
                            new Entry("/reply M1 words", "answer somebody's message"))),
            new Group(
                    "Look again",
                    List.of(
                            new Entry("/board", "evidence, hypotheses, actions and updates so far"),
                            new Entry("/show E3", "one piece of evidence"),
                            new Entry("/map", "the services, and what you know of each"),
                            new Entry("/clock", "how much time there is"),
                            new Entry("/guide", "the steps of the guide, if one leads"))),
            new Group(
                    "End",
                    List.of(
                            new Entry("/close what happened and what you did", "end the incident and read the debrief"),
                            new Entry("/whatif 12", "after the end: how the expert would have gone on from minute 12"),
                            new Entry("/fork 12", "after the end: play on from minute 12"),
                            new Entry("/quit", "leave; on an empty line Ctrl-D does so too"))));

    private static final int TYPED = 40;

    private SlashHelp() {}

    static List<String> lines() {
        var lines = new ArrayList<String>();
        for (var group : GROUPS) {
            lines.add(group.title());
            group.entries().forEach(entry -> lines.add("  " + padded(entry.typed()) + entry.does()));
        }
        return lines;
    }

    private static String padded(String typed) {
        return typed + " ".repeat(Math.max(1, TYPED - typed.length()));
    }

    /** Every word that a move can begin with, the slash included. */
    static Stream<String> verbs() {
        return Stream.concat(
                Stream.of("/help"),
                GROUPS.stream()
                        .flatMap(group -> group.entries().stream())
                        .map(entry -> entry.typed().split(" ", 2)[0])
                        .filter(word -> word.startsWith("/"))
                        .distinct());
    }
}
