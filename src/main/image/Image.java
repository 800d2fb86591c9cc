import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Puts Mayday and the part of the JDK that it needs into one folder that runs on a machine without Java: {@code target/image/mayday}.
 * A program of one file, run by the JDK whose runtime goes into the image ({@code mvn -Prelease package -DskipTests}); it makes an image for the kind
 * of machine that it runs on.
 *
 * <pre>
 * mayday/bin/mayday        starts it, from any folder
 * mayday/app               mayday.jar, the libraries, the AOT cache
 * mayday/runtime           what jlink made of the JDK
 * mayday/scenarios         what is shipped; serve and check read it unless told otherwise
 * </pre>
 */
public final class Image {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    /** Found by its name only: Jetty looks for it when it is to read a file within a jar. */
    private static final String ZIP_FILE_SYSTEM = "jdk.zipfs";

    private final Path project;
    private final Path image;

    private Image(Path project) {
        this.project = project;
        this.image = project.resolve("target/image/mayday");
    }

    /**
     * Makes the image anew.
     *
     * @param arguments the project's folder, in which {@code mvn package} has been run
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Image(Path.of(arguments[0]).toAbsolutePath()).make();
    }

    private void make() throws IOException, InterruptedException {
        delete(image);
        Files.createDirectories(image.resolve("app/lib"));
        copy(project.resolve("target/mayday.jar"), image.resolve("app/mayday.jar"));
        copy(project.resolve("target/lib"), image.resolve("app/lib"));
        copy(project.resolve("scenarios"), image.resolve("scenarios"));
        for (var text : List.of("LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs")) {
            copy(project.resolve(text), image.resolve(text));
        }
        jlink(modules());
        launchers();
        train();
        System.out.printf("%s: %,d MB%n", image, size() / 1_000_000);
    }

    /** The modules of the JDK that Mayday and its libraries name, and {@link #ZIP_FILE_SYSTEM}. */
    private String modules() throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--print-module-deps",
                "--ignore-missing-deps",
                "--multi-release",
                "" + Runtime.version().feature()));
        try (var libraries = Files.list(image.resolve("app/lib"))) {
            libraries.map(Path::toString).sorted().forEach(arguments::add);
        }
        arguments.add(image.resolve("app/mayday.jar").toString());
        return run("jdeps", arguments).strip() + "," + ZIP_FILE_SYSTEM;
    }

    private void jlink(String modules) {
        run(
                "jlink",
                List.of(
                        "--add-modules",
                        modules,
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        image.resolve("runtime").toString()));
    }

    private void launchers() throws IOException {
        var launcher = image.resolve(WINDOWS ? "bin/mayday.bat" : "bin/mayday");
        Files.createDirectories(launcher.getParent());
        Files.copy(project.resolve("src/main/image").resolve(launcher.getFileName()), launcher);
        launcher.toFile().setExecutable(true);
    }

    /** Lets the image's own runtime learn which classes a start needs, so that the next start is quicker. */
    private void train() throws IOException, InterruptedException {
        if (WINDOWS) {
            System.out.println("No AOT cache: the script that makes it wants bash. It starts without, a second later.");
            return;
        }
        var training = new ProcessBuilder(
                        "bash",
                        project.resolve("src/main/image/train.sh").toString(),
                        "mayday.aot",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dmayday.scenarios=../scenarios",
                        "-Xlog:aot=error")
                .directory(image.resolve("app").toFile())
                .inheritIO();
        training.environment()
                .merge("PATH", image.resolve("runtime/bin").toString(), (path, ours) -> ours + ":" + path);
        training.environment().putIfAbsent("PORT", "18080");
        if (training.start().waitFor() != 0) {
            throw new IOException("The AOT cache could not be made: see above.");
        }
    }

    private long size() throws IOException {
        try (var files = Files.walk(image)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String run(String tool, List<String> arguments) {
        var out = new StringWriter();
        var code = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(new PrintWriter(out, true), new PrintWriter(System.err, true), arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " ended with " + code + ": " + out);
        }
        return out.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (!Files.isDirectory(target)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
