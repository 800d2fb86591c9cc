package mayday.web.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.exercise.Drill;
import mayday.exercise.Seat;
import mayday.scenario.Words;

/**
 * A drill as one caller may know it, for programs.
 *
 * @param code to join with
 * @param you what is the caller's own, at most one: facilitators have none
 * @param incidents ids of the teams' incidents by team: the caller's own, and all of them for facilitators
 * @param version the number of events so far
 */
public record DrillBody(
        String id,
        String title,
        String stage,
        String code,
        String ledBy,
        LobbyView.BriefView brief,
        List<TeamBody> teams,
        List<YouBody> you,
        Map<String, String> incidents,
        boolean probing,
        long version) {
    public DrillBody {
        teams = List.copyOf(teams);
        you = List.copyOf(you);
        incidents = Map.copyOf(incidents);
    }

    /** A team with its people. */
    public record TeamBody(String id, String name, List<SeatBody> seats) {
        public TeamBody {
            seats = List.copyOf(seats);
        }
    }

    public record SeatBody(String person, String name, String role, boolean ready) {
        static SeatBody of(Seat seat) {
            return new SeatBody(
                    seat.person().id(), LobbyView.nameOf(seat.person()), Words.kebab(seat.role()), seat.ready());
        }
    }

    /**
     * What is the caller's own.
     *
     * @param intel what only their role knows; empty if there is nothing
     * @param refused why they may not make a sort of move in their team's incident, by sort
     */
    public record YouBody(
            String person, String team, String role, boolean ready, String intel, Map<String, String> refused) {
        public YouBody {
            refused = Map.copyOf(refused);
        }

        static YouBody of(Drill drill, Seat seat) {
            var mine = MineView.of(drill, Optional.of(seat), false);
            var refused = new TreeMap<String, String>();
            mine.refused().forEach((duty, why) -> refused.put(Words.kebab(duty), why));
            return new YouBody(
                    seat.person().id(),
                    seat.team().value(),
                    Words.kebab(seat.role()),
                    seat.ready(),
                    mine.intel(),
                    refused);
        }
    }

    /** The drill as whoever has {@code before}, or a facilitator, may know it now. */
    public static DrillBody of(Drill drill, LobbyView lobby, Optional<Seat> before, boolean facilitates) {
        var seat = before.flatMap(each -> drill.seat(each.person().id()));
        var incidents = new TreeMap<String, String>();
        drill.stage().incidents().stream()
                .filter(each -> facilitates
                        || seat.filter(own -> own.team().equals(each.team())).isPresent())
                .forEach(each ->
                        incidents.put(each.team().value(), each.incident().value()));
        return new DrillBody(
                lobby.id(),
                lobby.title(),
                lobby.stage(),
                lobby.code(),
                lobby.leader(),
                lobby.brief(),
                drill.teams().stream()
                        .map(team -> new TeamBody(
                                team.id().value(),
                                team.name(),
                                drill.seatsOf(team.id()).stream()
                                        .map(SeatBody::of)
                                        .toList()))
                        .toList(),
                seat.map(each -> YouBody.of(drill, each)).stream().toList(),
                incidents,
                drill.conduct().openProbe().isPresent() && !drill.isOver(),
                lobby.version());
    }
}
