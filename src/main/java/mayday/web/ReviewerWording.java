package mayday.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import mayday.review.Repertoire;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words of the reviewer's questions that Mayday comes with, read from its resources when they are first asked for. */
public final class ReviewerWording implements Supplier<Repertoire> {
    private static final String RESOURCE = "/review/questions.yaml";

    private final AtomicReference<Optional<Repertoire>> kept = new AtomicReference<>(Optional.empty());

    @Override
    public Repertoire get() {
        return kept.updateAndGet(before -> before.or(() -> Optional.of(read()))).orElseThrow();
    }

    private static Repertoire read() {
        var yaml = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (var in = ReviewerWording.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + RESOURCE);
            }
            var file = yaml.readValue(in, WordingFile.class);
            return new Repertoire(file.kinds(), new Repertoire.Signs(file.systemic(), file.local()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
