package dev.rfsweep.internal.onnx.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.onnx.OnnxFile;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ModelReaderTest {

    private static final int HUGE = 1_500_000_000;

    /** A file that is never in memory: a head, {@code skipped} bytes of nothing, a tail; counts what is really read. */
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it counts what is read, byte by byte
    private static final class Virtual extends InputStream {

        private final byte[] head;
        private final byte[] tail;
        private final long hole;
        private long at;
        private long read;

        Virtual(byte[] head, long hole, byte[] tail) {
            this.head = head;
            this.hole = hole;
            this.tail = tail;
        }

        long size() {
            return head.length + hole + tail.length;
        }

        @Override
        public int read() {
            if (at >= size()) {
                return -1;
            }
            long here = at++;
            read++;
            return here < head.length ? head[(int) here] & 0xFF : behind(here - head.length - hole);
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(length, size() - at);
            for (int index = 0; index < count; index++) {
                into[from + index] = (byte) read();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private int behind(long index) {
            return index < 0 ? 0 : tail[(int) index] & 0xFF;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.min(count, size() - at);
            at += skipped;
            return skipped;
        }
    }

    @Test
    void weightsAreSkippedNotRead() throws IOException {
        byte[] type = OnnxFile.message(out -> {
            out.writeInt64(1, HUGE / 4);
            out.writeInt32(2, 1);
            out.writeString(8, "w");
        });
        byte[] rawHead = OnnxFile.message(out -> {
            out.writeTag(9, 2);
            out.writeUInt32NoTag(HUGE);
        });
        byte[] graph =
                new OnnxFile(13).input("x", 1, 4, 16, 16).node("Relu", "x", "y").graph();
        int tensor = type.length + rawHead.length + HUGE;
        byte[] tensorHead = OnnxFile.message(out -> {
            out.writeTag(5, 2);
            out.writeUInt32NoTag(tensor);
        });
        byte[] head = OnnxFile.message(out -> {
            out.writeByteArray(8, OnnxFile.message(version -> version.writeInt64(2, 13)));
            out.writeTag(7, 2);
            out.writeUInt32NoTag(tensorHead.length + tensor + graph.length);
            out.writeRawBytes(tensorHead);
            out.writeRawBytes(type);
            out.writeRawBytes(rawHead);
        });
        Virtual file = new Virtual(head, HUGE, graph);
        OnnxModel model = ModelReader.read("huge.onnx", file, (int) file.size());
        assertThat(model.graph().nodes()).hasSize(1);
        assertThat(model.graph().initializers().get("w").isKnown()).isFalse();
        assertThat(file.read).isLessThan(40_000);
    }

    @Test
    void smallConstantsAreRead() {
        byte[] file = new OnnxFile(13)
                .input("x", 1, 4, 16, 16)
                .integers("shape", 1, -1)
                .reals("scales", 1, 2.5f)
                .weights("w", 8, 4, 3, 3)
                .bytes();
        OnnxGraph graph = ModelReader.read("small.onnx", file).graph();
        assertThat(graph.initializers().get("shape")).isEqualTo(Constant.ofList(1, -1));
        assertThat(graph.initializers().get("scales"))
                .isEqualTo(Constant.ofReals(LongList.of(2), DataType.FLOAT, DoubleList.of(1, 2.5)));
        assertThat(graph.initializers().get("w")).isEqualTo(Constant.ofShape(LongList.of(8, 4, 3, 3), DataType.FLOAT));
    }
}
