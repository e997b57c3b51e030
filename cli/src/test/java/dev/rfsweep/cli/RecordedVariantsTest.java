package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.emit.Keras;
import dev.rfsweep.internal.emit.PyTorch;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.notation.arch.Timm;
import dev.rfsweep.internal.report.text.LayerRow;
import dev.rfsweep.internal.report.text.VariantLayers;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
import dev.rfsweep.model.InexpressibleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code show} said of 500 random variants before layers became operators in a graph. A line holds the input, its
 * channels and the blocks, then the names and operations of all layers, a checksum of the whole table and why it ends
 * early, and for PyTorch, Keras and timm a checksum of what is written, or the refusal.
 */
class RecordedVariantsTest {

    static Stream<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                RecordedVariantsTest.class.getResourceAsStream("/recorded/variants.tsv"), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            assertThat(lines).hasSize(500);
            return lines.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatIsShownStays(String line) {
        String[] recorded = line.split("\t", -1);
        String yaml = "input: {" + recorded[0] + ", channels: " + recorded[1] + "}\nstages: [\""
                + recorded[2].replace(" ", "\", \"") + "\"]\n";
        Space space = SpecParser.text("recorded", yaml, false).space();
        Variant variant = space.automaton().unrank(BigInteger.ZERO);
        VariantLayers layers = VariantLayers.of(space.network(variant), Failure::told);
        assertThat(names(layers)).isEqualTo(recorded[3]);
        assertThat(checksum(table(layers))).isEqualTo(recorded[4]);
        assertThat(layers.end()).isEqualTo(recorded[5]);
        assertThat(code(() -> PyTorch.of(space.network(variant), "Net"))).isEqualTo(recorded[6]);
        assertThat(code(() -> Keras.of(space.network(variant), "Net"))).isEqualTo(recorded[7]);
        assertThat(code(() -> Timm.of(space, variant))).isEqualTo(recorded[8]);
    }

    private static String names(VariantLayers layers) {
        return layers.rows().stream().map(row -> row.name() + "=" + row.op()).collect(Collectors.joining(";"));
    }

    private static String table(VariantLayers layers) {
        return layers.rows().stream().map(row -> cells(row)).collect(Collectors.joining("\n"));
    }

    private static String cells(LayerRow row) {
        return LayerRow.COLUMNS.stream().map(column -> column.cell().apply(row)).collect(Collectors.joining(" "));
    }

    private static String code(Supplier<String> written) {
        try {
            return checksum(written.get());
        } catch (InexpressibleException refusal) {
            return Failure.told(refusal);
        }
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}
