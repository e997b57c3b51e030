package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small spaces, compiled: with invalid variants and without, with several states at a position, with copies that differ. */
public final class TableSpaces {

    private TableSpaces() {}

    /** Descriptions of spaces, each with conditions that some of its variants meet. */
    public static Stream<List<String>> all() {
        return Stream.of(
                List.of("{stages: [cn_k3]}"),
                List.of("{stages: ['cn_k1,3,5']}", "rf=3..4"),
                List.of("{stages: ['4*cn_k3,5_s1,2']}", "rf=9..40", "stride=4"),
                List.of("{input: {size: 11}, stages: ['4*cn_k3,5_s1,2_padvalid']}", "rf=5..9"),
                List.of("{input: {size: 3}, stages: ['2*cn_k5,7_padvalid', 'cn_k1,3']}", "rf=1..9"),
                List.of(
                        "{input: {size: 24, channels: 4}, stages: ['ir_r1..3_k3,5_e1,2_each_c4,8', 'cn_k1,3_s1,2']}",
                        "params=300..900,1500..",
                        "rf!=7"),
                List.of("{input: {size: [9, 30]}, stages: ['3*cn_k3x5,5x1_s1,2_padvalid', 'mp_k2|id']}", "rf_w=5.."));
    }

    static Space space(List<String> described) {
        return SpecParser.text("described", described.get(0), false).space();
    }

    /** All columns under the conditions of {@code described}. */
    public static Question question(List<String> described) {
        Space space = space(described);
        List<Condition> conditions = new ArrayList<>();
        for (String condition : described.subList(1, described.size())) {
            conditions.addAll(Conditions.parse("condition", condition, space.schema()));
        }
        List<Column> columns = space.schema().columns();
        return Question.of(space, conditions, columns);
    }

    /** Of {@code 3*cn_k3,5} the paths that take the second branch at the second step: ids 2, 3, 6 and 7. */
    public static Compiled ranked(int tableRows) {
        Question question = question(List.of("{stages: ['3*cn_k3,5']}"));
        PathGraph graph = new PathGraph(new int[] {0, 2, 3, 5, 5}, new int[] {1, 1, 2, 3, 3}, numbers(4, 2, 2, 1));
        Selection some = Selection.some(question.trellis(), graph, new int[] {0, 1, 2, 3}, new int[] {0, 1, 3, 4, 5});
        return Compiled.only(question, some, tableRows);
    }

    private static BigInteger[] numbers(long... numbers) {
        BigInteger[] out = new BigInteger[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            out[i] = BigInteger.valueOf(numbers[i]);
        }
        return out;
    }
}
