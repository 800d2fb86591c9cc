package mayday.question;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows of numbers in a file, four bytes each, as they are in memory: no bit is lost. */
final class Floats {
    private Floats() {}

    static void write(float[] values, DataOutputStream out) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    static float[] read(int length, ByteBuffer in) {
        var values = new float[length];
        in.asFloatBuffer().get(values);
        in.position(in.position() + length * Float.BYTES);
        return values;
    }
}
