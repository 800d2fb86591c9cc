package mayday.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.drill.Room;
import mayday.incident.ForkPoint;
import mayday.incident.Incident;
import mayday.player.Expected;
import mayday.web.view.WhatIfView;

/** What a line means after the end of an incident. */
sealed interface WhatIfCommand {
    /** Longer runs than this there are none. */
    int MOST_DIGITS = 4;

    record Leave() implements WhatIfCommand {}

    /** To play on from a point. */
    record Fork(ForkPoint point) implements WhatIfCommand {}

    record Show(List<String> lines) implements WhatIfCommand {
        public Show {
            lines = List.copyOf(lines);
        }
    }

    static WhatIfCommand parse(String line, Room room) {
        if (line.equals("/quit")) {
            return new Leave();
        }
        var words = List.of(line.split("\\s+", -1));
        var asks = words.getFirst().equals("/whatif") || words.getFirst().equals("/fork");
        if (!asks) {
            return new Show(
                    line.isEmpty()
                            ? List.of()
                            : List.of(
                                    "The incident has ended. /whatif MINUTE, /fork MINUTE and /quit are left to do."));
        }
        if (words.size() != 2 || !words.getLast().matches("[0-9]{1," + MOST_DIGITS + "}")) {
            return new Show(List.of(
                    words.getFirst() + " wants whole minutes after the page, such as " + words.getFirst() + " 12."));
        }
        var minutes = Duration.ofMinutes(Long.parseLong(words.getLast()));
        var point = new ForkPoint.At(room.incident().scenario().pagedAt().plus(minutes));
        return words.getFirst().equals("/fork") ? new Fork(point) : new Show(whatIf(room, point));
    }

    static String noSuchMinute(Incident incident) {
        var lasted = Duration.between(incident.scenario().pagedAt(), incident.now());
        return "There is no such minute in this incident: it has to be from 0 to "
                + Math.max(0, Math.ceilDiv(lasted.toSeconds(), 60) - 1) + ".";
    }

    private static List<String> whatIf(Room room, ForkPoint point) {
        return room.read(incident -> Expected.goingOn(incident, room.id(), point)
                .map(expert ->
                        lines(WhatIfView.of(room.id(), incident, Expected.debriefOf(incident), point, expert, "")))
                .orElseGet(() -> List.of(noSuchMinute(incident))));
    }

    private static List<String> lines(WhatIfView view) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(EvidenceText.columns(
                List.of("", view.runs().one(), view.runs().other()),
                view.runs().rows().stream()
                        .map(row -> List.of(row.what(), row.one(), row.other()))
                        .toList()));
        lines.add("");
        lines.add("What the expert did from " + view.at());
        view.expert()
                .moves()
                .forEach(move -> lines.add("  " + move.afterPage() + "  " + move.what()
                        + (move.why().isEmpty() ? "" : ": " + move.why())));
        return lines;
    }
}
