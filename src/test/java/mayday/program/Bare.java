package mayday.program;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;

/** A server with nothing but the route that a ceiling is measured with. */
final class Bare {
    private Bare() {}

    static Javalin started(Consumer<JavalinConfig> routes) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.startupWatcherEnabled = false;
                    routes.accept(config);
                })
                .start("127.0.0.1", 0);
    }
}
