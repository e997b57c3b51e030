package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken files: 10,000 mutations of the case files end in a network or in one clear message, whatever the bytes say. */
@Tag("slow")
class FuzzTest {

    private static final int EACH = 1000;

    /** Small files, so that most mutations hit the structure and the test takes seconds. */
    private static final int LARGEST = 12_000;

    private static final List<byte[]> ORIGINALS = new ArrayList<>();

    @BeforeAll
    static void readOriginals() throws Exception {
        URI cases = FuzzTest.class.getResource("/cases").toURI();
        try (Stream<Path> files = Files.walk(Path.of(cases))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".onnx"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length <= LARGEST) {
                    ORIGINALS.add(bytes);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aBrokenFileIsReadOrRefused(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int round = 0; round < EACH; round++) {
            byte[] original = ORIGINALS.get(random.nextInt(ORIGINALS.size()));
            refused += read(mutated(original, random), seed, round) ? 0 : 1;
        }
        assertThat(refused).as("refused").isBetween(EACH / 4, EACH);
    }

    private static boolean read(byte[] bytes, long seed, int round) {
        try {
            Analysis.of(
                    OnnxNetwork.read("broken.onnx", bytes, ImportOptions.NONE).graph(), Gates.FOLLOW);
            return true;
        } catch (GraphException tooLarge) {
            return false;
        } catch (OnnxException refused) {
            assertThat(refused.getMessage()).startsWith("broken.onnx: ").doesNotContain("\n");
            return false;
        } catch (RuntimeException bug) {
            throw new AssertionError("seed " + seed + ", round " + round, bug);
        }
    }

    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> bytes = splice(bytes, ORIGINALS.get(random.nextInt(ORIGINALS.size())), random);
            case 3 -> Arrays.fill(bytes, at, Math.min(at + 5, bytes.length), (byte) 0xFF); // a huge length or number
            case 4 -> bytes[at] = (byte) random.nextInt(128); // another length, tag or letter
            default -> {
                for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] one, byte[] other, SplittableRandom random) {
        int from = random.nextInt(other.length);
        int length = random.nextInt(Math.min(200, other.length - from) + 1);
        int at = random.nextInt(one.length);
        byte[] spliced = Arrays.copyOf(one, one.length + length);
        System.arraycopy(other, from, spliced, at, length);
        System.arraycopy(one, at, spliced, at + length, one.length - at);
        return spliced;
    }
}
