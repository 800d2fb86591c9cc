package mayday.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import mayday.incident.OpeningRequest;

/** The incident of somebody's first minutes that Mayday comes with, read from its resources. */
public final class FirstIncident {
    // The first page names it, and should not have to wait for a library that reads YAML.
    private static final String RESOURCE = "/guide/first-incident.properties";

    private FirstIncident() {}

    public static OpeningRequest.First read() {
        try (var in = FirstIncident.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + RESOURCE);
            }
            var first = new Properties();
            first.load(in);
            return new OpeningRequest.First(
                    first.getProperty("scenario", ""), Long.parseLong(first.getProperty("seed", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
