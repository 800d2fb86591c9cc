package mayday.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import mayday.drill.Room;
import mayday.drill.Rooms;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.Decision;
import mayday.incident.Incident;
import mayday.incident.IncidentClock;
import mayday.incident.IncidentId;
import mayday.incident.Participant;
import mayday.incident.Recorded;
import mayday.question.Interpreter;
import mayday.scenario.CauseId;
import mayday.scenario.Scenario;

/** Rooms in memory, with an interpreter that a test gives: everything about an incident but its journal. */
final class RehearsalRooms implements Rooms {
    private final Map<IncidentId, Kept> rooms = new ConcurrentHashMap<>();
    private final Interpreter interpreter;
    private final InstantSource clock;

    RehearsalRooms(Interpreter interpreter, InstantSource clock) {
        this.interpreter = interpreter;
        this.clock = clock;
    }

    @Override
    public Room open(Scenario scenario, long seed, CauseId cause, ClockMode mode, Participant by) {
        var opened = Decider.open(scenario, seed, cause, mode, clock.instant(), by);
        var id = new IncidentId("incident-%014d".formatted(rooms.size() + 1));
        var room = new Kept(id, by, opened.after());
        rooms.put(id, room);
        return room;
    }

    @Override
    public Optional<Room> find(IncidentId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    @Override
    public List<Summary> of(Participant participant, int most) {
        return rooms.values().stream()
                .filter(room -> room.owner().id().equals(participant.id()))
                .sorted((one, other) -> other.id().value().compareTo(one.id().value()))
                .limit(most)
                .map(room -> new Summary(
                        room.id(),
                        room.incident().scenario().id(),
                        room.incident().opened().wallClock(),
                        room.incident().status(),
                        room.incident().isOver()))
                .toList();
    }

    private final class Kept implements Room {
        private final IncidentId id;
        private final Participant owner;
        private final List<Subscriber> subscribers = new ArrayList<>();
        private Incident incident;

        Kept(IncidentId id, Participant owner, Incident incident) {
            this.id = id;
            this.owner = owner;
            this.incident = incident;
        }

        @Override
        public IncidentId id() {
            return id;
        }

        @Override
        public Participant owner() {
            return owner;
        }

        @Override
        public synchronized Incident incident() {
            submit(new Command.Observe());
            return incident;
        }

        @Override
        public synchronized <T> T read(Function<Incident, T> reader) {
            return reader.apply(incident());
        }

        @Override
        public synchronized Instant now() {
            return IncidentClock.now(incident, clock.instant());
        }

        @Override
        public synchronized Decision submit(Command command) {
            var decision = Decider.decide(incident.scenario(), incident, command, now());
            incident = decision.after();
            if (!decision.recorded().isEmpty()) {
                List.copyOf(subscribers).forEach(each -> each.happened(decision.recorded(), incident));
            }
            return decision;
        }

        @Override
        public synchronized Decision ask(Participant by, String words) {
            return submit(new Command.Ask(by, words, interpreter.understand(words, incident)));
        }

        @Override
        public synchronized Subscription subscribe(long version, Subscriber subscriber) {
            var missed = new ArrayList<Recorded>();
            for (var recorded : incident.history()) {
                if (recorded.sequence() > version) {
                    missed.add(recorded);
                }
            }
            if (!missed.isEmpty()) {
                subscriber.happened(missed, incident);
            }
            subscribers.add(subscriber);
            return () -> unsubscribe(subscriber);
        }

        private synchronized void unsubscribe(Subscriber subscriber) {
            subscribers.remove(subscriber);
        }
    }
}
