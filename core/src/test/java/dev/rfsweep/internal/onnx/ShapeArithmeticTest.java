package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.fields.Gates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose pads or shapes are computed from constants in the graph, as exporters leave them. */
class ShapeArithmeticTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fold_ceil | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_clip_both | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_clip_min | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_constofshape | [1, 1, 9, 9] rf 1 stride 1 start -1",
                "fold_float_sub_cast | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_floatdiv_cast | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_floor | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_max | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_mod | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_range | [1, 1, 8, 8] rf 1 stride 1 start 0",
                "fold_slice_rev | [3, 3, 8, 8] rf 1 stride 1 start 0",
                "fold_tile | [1, 1, 10, 10] rf 1 stride 1 start -1",
                "fold_transpose | [1, 3, 8, 10] h rf 1 stride 1 start 0, w rf 1 stride 1 start -1",
                "fold_where | [1, 1, 8, 8] rf 1 stride 1 start 0"
            })
    void padsAreComputed(String file, String expected) {
        assertThat(OperatorFiles.summary(read(file), Gates.IGNORE)).as(file).isEqualTo(expected);
    }

    /** An affine grid, spelled out: constants are cast to the type of the input, and only the product sees all of it. */
    @ParameterizedTest
    @CsvSource("castlike_const")
    void aConstantFirstInputIsNoReasonToRefuse(String file) {
        OnnxNetwork network = read(file);
        assertThat(network.outputs()).containsExactly("grid");
        assertThat(network.graph().find("grid").orElseThrow().shape()).hasToString("[2, 5, 6, 2]");
    }

    private static OnnxNetwork read(String file) {
        return OnnxNetwork.read(file, CaseFiles.of("branches/" + file + ".onnx"), ImportOptions.NONE);
    }
}
