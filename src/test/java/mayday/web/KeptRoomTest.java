package mayday.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mayday.drill.Room;
import mayday.incident.Command;
import mayday.incident.IncidentId;
import mayday.journal.DataUnusable;
import mayday.web.view.Draft;
import mayday.web.view.RoomView;
import mayday.web.view.ViewedRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at a room neither holds up those who move in it, nor spoils what was kept for others. */
class KeptRoomTest {
    private static final KeptRoom.Choice FIRST = new KeptRoom.Choice("all", "talk");

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private Room room;
    private KeptRoom kept;

    @BeforeEach
    void open() throws DataUnusable {
        served = Served.in(folder);
        var path = served.somebody().open("{'scenario': 'elevated-500s', 'clock': 'live', 'seed': 1}");
        room = served.rooms
                .find(new IncidentId(path.substring(path.lastIndexOf('/') + 1)))
                .orElseThrow();
        kept = new KeptRoom(room.id(), new Templates());
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void othersMoveWhileThePageOfSomebodyInADrillIsRendered() {
        Content others = output -> output.writeContent(others());
        var page = kept.page(room, FIRST, Map.of("strip", List.of(), "draft", Draft.NONE, "vitals", others));
        assertThat(page).contains("<p>OPEN</p>");
    }

    private String others() {
        try {
            var seen = CompletableFuture.supplyAsync(() -> room.incident().status());
            var looked = CompletableFuture.supplyAsync(() -> kept.page(room, FIRST).length);
            assertThat(looked.get(20, TimeUnit.SECONDS)).isPositive();
            return "<p>" + seen.get(20, TimeUnit.SECONDS) + "</p>";
        } catch (Exception held) {
            throw new AssertionError("the room is held while it is rendered", held);
        }
    }

    @Test
    void ofTwoWhoLookAtOnceNeitherSpoilsWhatWasKeptForTheOther() {
        var map = kept.rendered(room).view().map();
        assertThat(kept.rendered(overtaken()).view().map()).isSameAs(map);
        assertThat(kept.rendered(room).view().map()).isSameAs(map);
    }

    @Test
    void anErrorBudgetThatWasDrawnIsNotReadFromTheWholeHistoryAgain() {
        room.ask(room.owner(), "slo error budget");
        served.passes(Duration.ofMinutes(2));
        var drawn = kept.rendered(room).view().errorBudget();
        assertThat(drawn).isInstanceOf(RoomView.Asked.Budget.class);
        var viewed = new ViewedRoom(room.id());
        room.read(incident -> viewed.at(incident, room.now()));

        room.submit(new Command.Acknowledge(room.owner()));
        var later = room.incident().withoutNumbers();
        var before = later.bytesOfNumbers();
        assertThat(viewed.at(later, later.now()).errorBudget()).isEqualTo(drawn);
        assertThat(later.bytesOfNumbers()).isEqualTo(before);
    }

    /** The room of one who is overtaken by somebody else just before they look. */
    private Room overtaken() {
        return (Room) Proxy.newProxyInstance(
                Room.class.getClassLoader(), new Class<?>[] {Room.class}, (_, method, args) -> {
                    if (method.getName().equals("read")) {
                        served.passes(Duration.ofSeconds(1));
                        kept.rendered(room);
                    }
                    try {
                        return method.invoke(room, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
