package mayday.web;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import mayday.compiler.Library;

/** Serves the shipped scenarios without a journal, to look at the pages: {@code java mayday.web.Preview PORT}. */
final class Preview {
    private Preview() {}

    public static void main(String[] arguments) {
        var clock = InstantSource.system();
        var library = Library.read(Path.of("scenarios"));
        library.problems().forEach(problem -> System.out.println(problem.rendered()));
        var rooms = new RehearsalRooms(new KeywordInterpreter(), clock);
        var web = new Web(library, rooms, new byte[32], new Random(7), clock, "secret");
        web.start("localhost", Integer.parseInt(arguments[0]));
        System.out.println("http://localhost:" + web.port());
    }
}
