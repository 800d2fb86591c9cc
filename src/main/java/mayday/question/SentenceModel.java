package mayday.question;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sentence model: turns the pieces of a sentence into a vector. It is all-MiniLM-L6-v2, quantised to 8 bits, mean over the tokens.
 * Safe for use by several threads.
 */
final class SentenceModel {
    static final int DIMENSIONS = 384;

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private final OrtEnvironment environment;
    private final OrtSession session;

    private SentenceModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** Reads it from the program's resources; takes half a second. */
    static SentenceModel load() {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            // One thread: a question is short, and the same order of additions gives the same vector every time.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new SentenceModel(environment, environment.createSession(resource(MODEL), options));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model cannot be loaded", e);
        }
    }

    /** The name of the library that it comes in, with its version. */
    static String version() {
        var library = String.valueOf(SentenceModel.class.getResource(MODEL)).replaceFirst("!.*", "");
        return library.substring(library.lastIndexOf('/') + 1);
    }

    /** The pieces that it knows, with their ids, as they come with it: some 30,000, in a file that takes long to read. */
    static Map<String, Integer> vocabulary() {
        var entries =
                JsonMapper.shared().readTree(resource(TOKENIZER)).path("model").path("vocab");
        var vocabulary = new HashMap<String, Integer>();
        entries.forEachEntry((piece, id) -> vocabulary.put(piece, id.intValue()));
        return vocabulary;
    }

    /** The vector of the sentence with these pieces, of length 1. */
    float[] vector(long[] ids) {
        var shape = new long[] {1, ids.length};
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            var perToken = ((float[][][]) result.get(0).getValue())[0];
            return unit(mean(perToken));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model failed", e);
        }
    }

    private static float[] mean(float[][] perToken) {
        var mean = new float[DIMENSIONS];
        for (var token : perToken) {
            for (var i = 0; i < DIMENSIONS; i++) {
                mean[i] += token[i] / perToken.length;
            }
        }
        return mean;
    }

    private static float[] unit(float[] vector) {
        var squares = 0.0;
        for (var value : vector) {
            squares += value * value;
        }
        var length = (float) Math.sqrt(squares);
        for (var i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static byte[] resource(String name) {
        try (var in = SentenceModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
