package mayday.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the build learnt from the ontology is what there is to learn, and survives the file. */
class LearntTest {

    @Test
    void isOfTheOntologyAndTheCodeThatAreThere() throws Exception {
        var classes = Path.of(QuestionModel.class.getResource("/").toURI()).resolveSibling("classes");

        assertThat(LearnOntology.learntFrom(classes.resolve(Learnt.FILE)))
                .as("run `mvn process-classes`")
                .isEqualTo(LearnOntology.fingerprint(classes));
    }

    @Test
    void isWrittenAsItWasRead() throws Exception {
        byte[] file;
        try (var in = Learnt.class.getResourceAsStream("/" + Learnt.FILE)) {
            file = in.readAllBytes();
        }
        var again = new ByteArrayOutputStream();

        Learnt.load().write(Learnt.fingerprint(ByteBuffer.wrap(file)), again);

        assertThat(again.toByteArray()).isEqualTo(file);
    }

    @Test
    void isNotTakenFromAnythingElse() throws Exception {
        var file = Files.createTempFile("learnt", ".bin");
        try {
            assertThat(LearnOntology.learntFrom(file)).isEmpty();
            Files.writeString(file, "All work and no play");
            assertThat(LearnOntology.learntFrom(file)).isEmpty();
        } finally {
            Files.delete(file);
        }
    }
}
