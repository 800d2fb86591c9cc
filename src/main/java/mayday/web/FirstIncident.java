package mayday.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import mayday.incident.OpeningRequest;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The incident of somebody's first minutes that Mayday comes with, read from its resources. */
public final class FirstIncident {
    private static final String RESOURCE = "/guide/first-incident.yaml";

    private FirstIncident() {}

    public static OpeningRequest.First read() {
        try (var in = FirstIncident.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + RESOURCE);
            }
            return new YAMLMapper().readValue(in, OpeningRequest.First.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
