package mayday.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mayday.exercise.DrillTeamId;
import mayday.exercise.Duty;
import mayday.exercise.Permissions;
import mayday.incident.Command;
import mayday.incident.Decision;
import mayday.incident.HintStep;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Refusal;
import mayday.journal.Afterword;

/**
 * The room of a drill team, as it is for one person: their seat says which moves they may make. Whoever has no seat in the team, such as a
 * facilitator, may look and no more.
 */
public final class SeatedRoom implements Room {
    private final Room room;
    private final DrillRoom drill;
    private final DrillTeamId team;
    private final Participant person;

    public SeatedRoom(Room room, DrillRoom drill, DrillTeamId team, Participant person) {
        this.room = room;
        this.drill = drill;
        this.team = team;
        this.person = person;
    }

    public DrillRoom drill() {
        return drill;
    }

    public DrillTeamId team() {
        return team;
    }

    public Participant person() {
        return person;
    }

    private Optional<Refusal> refusal(Duty duty) {
        var now = drill.drill();
        return now.seat(person.id())
                .filter(seat -> seat.team().equals(team))
                .map(seat -> Permissions.refusal(now, seat, duty))
                .orElseGet(() -> Optional.of(Permissions.ONLOOKER))
                .map(why -> new Refusal.NotYours(why.id(), why.reason()));
    }

    private Decision refused(Refusal why) {
        return new Decision.Refused(why, List.of(), room.incident());
    }

    @Override
    public Decision submit(Command command) {
        return Duty.of(command).flatMap(this::refusal).map(this::refused).orElseGet(() -> room.submit(command));
    }

    @Override
    public Decision ask(Participant by, String words) {
        return refusal(Duty.ASK).map(this::refused).orElseGet(() -> room.ask(by, words));
    }

    @Override
    public Decision hint(Participant by, HintStep announced) {
        return refusal(Duty.DECIDE).map(this::refused).orElseGet(() -> room.hint(by, announced));
    }

    @Override
    public Written write(
            String kind, String subject, Participant by, String body, long expected, Afterword.Earlier earlier) {
        return refusal(Duty.ASK)
                .<Written>map(why -> new Written.Refused(why.reason()))
                .orElseGet(() -> room.write(kind, subject, by, body, expected, earlier));
    }

    @Override
    public IncidentId id() {
        return room.id();
    }

    @Override
    public Participant owner() {
        return room.owner();
    }

    @Override
    public Incident incident() {
        return room.incident();
    }

    @Override
    public <T> T read(Function<Incident, T> reader) {
        return room.read(reader);
    }

    @Override
    public Instant now() {
        return room.now();
    }

    @Override
    public List<Afterword> afterwords() {
        return room.afterwords();
    }

    @Override
    public Subscription subscribe(long version, Subscriber subscriber) {
        return room.subscribe(version, subscriber);
    }
}
