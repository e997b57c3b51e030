package dev.rfsweep.internal.notation.arch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.VariantText;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts joined from parts are the text of the whole, wherever the seam is. */
@Tag("slow")
class ArchTextTest {

    /** Few values, so that neighbours are often equal; repeats and copies, so that runs grow at the seam. */
    private static final String[] SPACES = {
        "1..6*cn_k1,3",
        "ir_r1..4_k3,5_s1,2_e2_c8_each 1..3*ir_r1..3_k3,5_c8_e2_each",
        "cn_k3_r1..3 1..3*cn_k3_r1..2_each|id 1..2*cn_k3_s1,2_r1..3_each",
        "bb_r1..3_s1,2_c8_each bb_r1..2_c8_each bb_r1..2_c8_noskip"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 14, 15, 92, 65, 35})
    void theSeamDoesNotShow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int merged = 0;
        for (int draw = 0; draw < 1000; draw++) {
            Space space = SpecParser.line(SPACES[draw % SPACES.length]).space();
            BigInteger id = BigInteger.valueOf(random.nextLong(space.variants().longValueExact()));
            List<FixedBlock> blocks = space.automaton().unrank(id).blocks();
            assertThat(new ArchText(space).of(id)).isEqualTo(Arch.of(blocks));
            VariantText.Writer<ArchPart> writer = new ArchText(space).writer();
            for (int seam = 0; seam <= blocks.size(); seam++) {
                String joined = join(writer, blocks.subList(0, seam), blocks.subList(seam, blocks.size()));
                assertThat(joined).as("id %s, seam %d", id, seam).isEqualTo(Arch.of(blocks));
                String apart = Arch.of(blocks.subList(0, seam)) + " " + Arch.of(blocks.subList(seam, blocks.size()));
                merged += joined.equals(apart) || seam == 0 || seam == blocks.size() ? 0 : 1;
            }
        }
        assertThat(merged).isGreaterThan(500);
    }

    @Test
    void noBlockAtAllIsId() {
        VariantText.Writer<ArchPart> writer = new ArchText(SpecParser.line("id").space()).writer();
        assertThat(join(writer, List.of(), List.of())).isEqualTo("id");
    }

    private static String join(VariantText.Writer<ArchPart> writer, List<FixedBlock> before, List<FixedBlock> behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.join(writer.part(before), writer.part(behind), (text, from, to) -> out.write(text, from, to - from));
        return out.toString(StandardCharsets.US_ASCII);
    }
}
