package mayday;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house: who may import whom, and what only one room may touch.
 *
 * <p>A room without classes breaks no rule; that every class lies in a known room is a rule of its own.
 */
final class House {
    /** Top first, the front door without a name. A room may import what stands below it. */
    static final List<String> ROOMS = List.of(
            "mayday",
            "mayday.cli",
            "mayday.web",
            "mayday.web.view",
            "mayday.studio",
            "mayday.drill",
            "mayday.account",
            "mayday.journal",
            "mayday.proof",
            "mayday.compiler",
            "mayday.playthrough",
            "mayday.player",
            "mayday.exercise",
            "mayday.review",
            "mayday.coach",
            "mayday.debrief",
            "mayday.question",
            "mayday.incident",
            "mayday.evidence",
            "mayday.terminal",
            "mayday.simulation",
            "mayday.recording",
            "mayday.scenario");

    /** Rooms whose answers are functions of their arguments alone. */
    private static final String[] PURE = {
        "mayday.scenario",
        "mayday.simulation",
        "mayday.terminal",
        "mayday.evidence",
        "mayday.incident",
        "mayday.exercise",
        "mayday.debrief",
        "mayday.review",
        "mayday.coach"
    };

    private static final String TEMPLATES = "gg.jte.generated..";

    /** Calls that answer differently each time or on each machine. Those that take a Clock or a seed are fine. */
    private static final Set<String> AMBIENT = Set.of(
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.lang.System.getenv()",
            "java.lang.System.getenv(java.lang.String)",
            "java.lang.System.getProperty(java.lang.String)",
            "java.lang.System.getProperty(java.lang.String, java.lang.String)",
            "java.lang.System.getProperties()",
            "java.lang.Boolean.getBoolean(java.lang.String)",
            "java.lang.Integer.getInteger(java.lang.String)",
            "java.lang.Long.getLong(java.lang.String)",
            "java.lang.Math.random()",
            "java.lang.StrictMath.random()",
            "java.time.InstantSource.system()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Collections.shuffle(java.util.List)",
            "java.util.Date.<init>()",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.UUID.randomUUID()",
            "java.util.concurrent.ThreadLocalRandom.current()",
            "java.util.random.RandomGenerator.getDefault()",
            "java.util.random.RandomGenerator.of(java.lang.String)");

    /** Functions of Math that may differ in the last bit from one machine to the next; StrictMath's do not. */
    private static final Set<String> INEXACT = Set.of(
            "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot", "log", "log10", "log1p",
            "pow", "sin", "sinh", "tan", "tanh");

    private House() {}

    static Stream<ArchRule> rules() {
        var libraries = Stream.of(
                only(
                        "mayday.web",
                        "io.javalin..",
                        "gg.jte..",
                        "org.eclipse.jetty..",
                        "jakarta.servlet..",
                        "io.micrometer.."),
                only(
                        "mayday.journal",
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "com.zaxxer.."),
                only("mayday.account", "org.bouncycastle.."),
                only("mayday.studio", "com.github.difflib.."),
                only("mayday.cli", "org.jline.."),
                only("mayday.compiler", "org.snakeyaml.."),
                only("mayday.compiler", "dev.cel.."),
                only("mayday.compiler", "com.samskivert.."),
                only("mayday.question", "ai.onnxruntime.."));
        var others = Stream.of(
                everyClassHasARoom(),
                everyRoomIsNullMarked(),
                templatesSeeViewsOnly(),
                onlyMainReadsTheWorld(),
                pureRoomsKnowNoLibrary(),
                pureRoomsTouchNothing(),
                pureRoomsComputeAlikeEverywhere());
        return Stream.of(IntStream.range(1, ROOMS.size()).mapToObj(House::importsGoDown), libraries, others)
                .flatMap(rules -> rules)
                .map(rule -> rule.allowEmptyShould(true));
    }

    private static ArchRule importsGoDown(int floor) {
        return noClasses()
                .that()
                .resideInAPackage(ROOMS.get(floor))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOMS.subList(0, floor).toArray(String[]::new))
                .as(ROOMS.get(floor) + " imports no room above it");
    }

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideInAPackage("mayday..")
                .and()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyOf(libraries))
                .as("only " + room + " imports " + String.join(", ", libraries));
    }

    /** Templates lie below {@code gg.jte} too; naming one is not using the library. */
    private static DescribedPredicate<JavaClass> resideInAnyOf(String... packages) {
        return resideInAnyPackage(packages).and(not(resideInAPackage(TEMPLATES)));
    }

    private static ArchRule everyClassHasARoom() {
        return classes()
                .that()
                .resideInAPackage("mayday..")
                .should()
                .resideInAnyPackage(ROOMS.toArray(String[]::new))
                .as("every class lies in a room");
    }

    private static ArchRule everyRoomIsNullMarked() {
        return classes()
                .that()
                .resideInAPackage("mayday..")
                .should(new ArchCondition<>("lie in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(
                                new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
                    }
                })
                .as("every room is @NullMarked");
    }

    /** Whatever a template can reach can end up in a learner's page. */
    private static ArchRule templatesSeeViewsOnly() {
        return noClasses()
                .that()
                .resideInAPackage(TEMPLATES)
                .should()
                .dependOnClassesThat(resideInAPackage("mayday..").and(resideOutsideOfPackage("mayday.web.view")))
                .as("templates see views only");
    }

    /** Time and randomness are arguments, so that a replay is equal to the bit. */
    private static ArchRule onlyMainReadsTheWorld() {
        return noClasses()
                .that()
                .resideInAPackage("mayday..")
                .and()
                .doNotHaveFullyQualifiedName("mayday.Main")
                .should(access("the clock, entropy or environment of the system", House::isAmbient))
                .as("only Main reads the clock, entropy and environment of the system");
    }

    private static ArchRule pureRoomsKnowNoLibrary() {
        return classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                // JMESPath is a function of its arguments too, as aws --query must be.
                // RE2 is a function of its arguments that takes time in proportion to them, as a filter of logs must.
                .resideInAnyPackage("java..", "mayday..", "org.jspecify..", "com.google.re2j..", "io.burt.jmespath..")
                .as("pure rooms know no library");
    }

    private static ArchRule pureRoomsTouchNothing() {
        return noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.util.concurrent.locks..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(File.class, InputStream.class, OutputStream.class, Thread.class)
                .as("pure rooms read, write, start and wait for nothing");
    }

    private static ArchRule pureRoomsComputeAlikeEverywhere() {
        return noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should(access("an inexact function of Math", House::isInexact))
                .as("pure rooms use StrictMath for exp, log, pow and their like");
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var target = access.getTarget();
        return AMBIENT.contains(target.getFullName())
                || (owner.startsWith("java.time.") && target.getFullName().endsWith(".now()"))
                || (owner.equals("java.time.Clock") && target.getName().startsWith("system"))
                || owner.equals("java.security.SecureRandom");
    }

    private static boolean isInexact(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Math.class)
                && INEXACT.contains(access.getTarget().getName());
    }

    /** Met by each call of, and each reference to, what is meant. */
    private static ArchCondition<JavaClass> access(String what, Predicate<JavaAccess<?>> meant) {
        return new ArchCondition<>("access " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(meant)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
            }
        };
    }
}
