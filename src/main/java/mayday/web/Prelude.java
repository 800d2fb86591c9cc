package mayday.web;

import io.javalin.Javalin;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the JVM load what a web server is made of, which takes longer than anything else in a start and depends on nothing: it may as well be
 * done while the command line is read. It makes the server start sooner, nothing more.
 */
public final class Prelude {
    private static final Logger LOG = LoggerFactory.getLogger(Prelude.class);

    private Prelude() {}

    /** Begins it, on a thread of its own. */
    public static void begin() {
        Thread.ofPlatform().name("prelude").daemon().start(() -> {
            try {
                // Neither is started: they hold nothing, and nobody holds them.
                var server = new Server();
                var javalin = Javalin.create(config -> config.startup.showJavalinBanner = false);
                LOG.debug("{} and {} are loaded", server, javalin);
            } catch (RuntimeException failure) {
                LOG.debug("They are loaded when they are needed", failure);
            }
        });
    }
}
