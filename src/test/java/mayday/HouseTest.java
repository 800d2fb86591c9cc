package mayday;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the house is able to fail: its trespassers, compiled here, break that rule and no other. */
class HouseTest {
    private static final String WORLD = "only Main reads the clock, entropy and environment of the system";
    private static final String UNMARKED = "mayday.cellar";
    private static final Trespasser GUEST = new Trespasser("mayday.web", "mayday.scenario.Resident below;");

    /** A class in a room, with one field, and the rules that this breaks. */
    record Trespasser(String room, String field, Set<String> breaks) {
        Trespasser(String room, String field, String... breaks) {
            this(room, field, Set.of(breaks));
        }

        String name() {
            return "Trespasser" + Integer.toUnsignedString((room + field).hashCode());
        }

        @Override
        public String toString() {
            return room + " { " + field + " }";
        }
    }

    private static JavaClasses house = new ClassFileImporter().importPackages("mayday.nowhere");

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException {
        var sources = new ArrayList<Path>();
        for (var room : House.ROOMS) {
            sources.add(write(folder, room, "Resident", "public class Resident {}"));
        }
        for (var trespasser : Stream.concat(trespassers(), Stream.of(GUEST)).toList()) {
            var source = "class %s { %s }".formatted(trespasser.name(), trespasser.field());
            sources.add(write(folder, trespasser.room(), trespasser.name(), source));
        }
        for (var room :
                Stream.concat(House.ROOMS.stream(), Stream.of("mayday.attic")).toList()) {
            sources.add(write(folder, room, "package-info", ""));
        }
        compile(folder, sources);
        house = new ClassFileImporter().importPath(folder);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trespassers")
    void eachTrespasserIsCaught(Trespasser trespasser) {
        assertThat(rulesBrokenBy(trespasser)).containsExactlyInAnyOrderElementsOf(trespasser.breaks());
    }

    @Test
    void whoLooksDownwardsIsWelcome() {
        assertThat(rulesBrokenBy(GUEST)).isEmpty();
    }

    @Test
    void everyRuleHasATrespasser() {
        assertThat(trespassers()
                        .flatMap(trespasser -> trespasser.breaks().stream())
                        .collect(toSet()))
                .isEqualTo(House.rules().map(ArchRule::getDescription).collect(toSet()));
    }

    private static List<String> rulesBrokenBy(Trespasser trespasser) {
        var alone = house.that(name(trespasser.room() + "." + trespasser.name()));
        assertThat(alone).hasSize(1);
        return House.rules()
                .filter(rule -> rule.evaluate(alone).hasViolation())
                .map(ArchRule::getDescription)
                .toList();
    }

    private static Path write(Path folder, String room, String name, String source) throws IOException {
        var file = folder.resolve(room.replace('.', '/')).resolve(name + ".java");
        Files.createDirectories(file.resolveSibling("."));
        var marked = name.equals("package-info") ? "@org.jspecify.annotations.NullMarked " : "";
        return Files.writeString(file, marked + "package " + room + "; " + source);
    }

    private static void compile(Path folder, List<Path> sources) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        var problems = new StringWriter();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var options = List.of("-d", folder.toString(), "-proc:none");
            assertThat(javac.getTask(problems, files, null, options, null, units)
                            .call())
                    .as(problems::toString)
                    .isTrue();
        }
    }

    static Stream<Trespasser> trespassers() {
        return Stream.of(climbers(), borrowers(), readersOfTheWorld(), impureOnes(), strangers())
                .flatMap(trespassers -> trespassers);
    }

    private static Stream<Trespasser> climbers() {
        return IntStream.range(1, House.ROOMS.size()).mapToObj(floor -> {
            var room = House.ROOMS.get(floor);
            var above = House.ROOMS.get(floor - 1);
            return new Trespasser(room, above + ".Resident above;", room + " imports no room above it");
        });
    }

    private static Stream<Trespasser> borrowers() {
        var web =
                "only mayday.web imports io.javalin.., gg.jte.., org.eclipse.jetty.., jakarta.servlet.., io.micrometer..";
        var sql =
                "only mayday.journal imports java.sql.., javax.sql.., org.jdbi.., org.sqlite.., org.postgresql.., com.zaxxer..";
        return Stream.of(
                new Trespasser("mayday.drill", "io.javalin.http.Context context;", web),
                new Trespasser("mayday.web.view", "gg.jte.TemplateOutput output;", web),
                new Trespasser(
                        "mayday.web",
                        "org.bouncycastle.crypto.Digest digest;",
                        "only mayday.account imports org.bouncycastle.."),
                new Trespasser(
                        "mayday.cli",
                        "com.github.difflib.patch.Patch<String> patch;",
                        "only mayday.studio imports com.github.difflib.."),
                new Trespasser(
                        "mayday.web", "org.jline.reader.LineReader reader;", "only mayday.cli imports org.jline.."),
                new Trespasser("mayday.drill", "java.sql.Connection connection;", sql),
                new Trespasser("mayday", "org.jdbi.v3.core.Jdbi jdbi;", sql),
                new Trespasser(
                        "mayday.cli",
                        "org.snakeyaml.engine.v2.api.Load load;",
                        "only mayday.compiler imports org.snakeyaml.."),
                new Trespasser(
                        "mayday.web", "dev.cel.runtime.CelRuntime runtime;", "only mayday.compiler imports dev.cel.."),
                new Trespasser(
                        "mayday.cli",
                        "com.samskivert.mustache.Template template;",
                        "only mayday.compiler imports com.samskivert.."),
                new Trespasser(
                        "mayday.web",
                        "ai.onnxruntime.OrtSession session;",
                        "only mayday.question imports ai.onnxruntime.."));
    }

    private static Stream<Trespasser> readersOfTheWorld() {
        return Stream.of(
                        "Object now = java.time.Instant.now();",
                        "java.util.function.Supplier<Object> now = java.time.Instant::now;",
                        "Object today = java.time.LocalDate.now();",
                        "Object clock = java.time.InstantSource.system();",
                        "Object clock = java.time.Clock.systemUTC();",
                        "long millis = System.currentTimeMillis();",
                        "long nanos = System.nanoTime();",
                        "Object home = System.getenv(\"HOME\");",
                        "Object random = new java.util.Random();",
                        "java.util.function.Supplier<Object> random = java.util.Random::new;",
                        "Object random = new java.security.SecureRandom();",
                        "double random = Math.random();",
                        "Object id = java.util.UUID.randomUUID();")
                .map(field -> new Trespasser("mayday.web", field, WORLD));
    }

    private static Stream<Trespasser> impureOnes() {
        var touch = "pure rooms read, write, start and wait for nothing";
        var exact = "pure rooms use StrictMath for exp, log, pow and their like";
        return Stream.of(
                new Trespasser("mayday.incident", "org.slf4j.Logger log;", "pure rooms know no library"),
                new Trespasser("mayday.simulation", "java.nio.file.Path file;", touch),
                new Trespasser("mayday.debrief", "Object thread = Thread.currentThread();", touch),
                new Trespasser("mayday.simulation", "double power = Math.pow(2, 0.5);", exact),
                new Trespasser("mayday.evidence", "java.util.function.DoubleUnaryOperator log = Math::log;", exact));
    }

    private static Stream<Trespasser> strangers() {
        var noRoom = "every class lies in a room";
        return Stream.of(
                new Trespasser("mayday.attic", "int boxes;", noRoom),
                new Trespasser(UNMARKED, "int jars;", noRoom, "every room is @NullMarked"),
                new Trespasser(
                        "gg.jte.generated.precompiled", "mayday.scenario.Resident truth;", "templates see views only"));
    }
}
