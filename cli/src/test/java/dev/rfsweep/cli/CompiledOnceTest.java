package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command compiles its question once, for its notices, its plan, its refusals and its answer together. */
class CompiledOnceTest {

    /** Some variants are invalid, which is told before the answer. */
    private static final String SIZED =
            "{input: {size: 24, channels: 3}, stages: ['3*cn_k3,5_s1,2_c8,16', '2*cn_k3,7_padvalid']}";

    private static final String UNSIZED = "{input: {channels: 3}, stages: ['3*cn_k3,5,7_s1,2_dil1,2_c8,12']}";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep -",
                "sweep - -o %/rows.csv",
                "sweep - -o %/rows.csv --limit 5 --offset 3 -c id,rf,arch",
                "top - --by params",
                "top - --by rf:desc -c id,rf,params",
                "top - --by rf~21",
                "top - --by params~900 -n 40",
                "pareto - --by params:min,rf:max",
                "pareto - --by params:min,rf~21",
                "sample - -n 7",
                "count -",
                "histogram - --by rf",
                "histogram - --by params --bins 9",
                "choices -"
            })
    void oneTrellisAndAtMostOneOfMatches(String command) {
        for (String space : List.of(SIZED, UNSIZED)) {
            for (String where : List.of("rf=9..35", "rf=9..35 -w params=200..20000 --ids 10..90", "rf=7..41 -q -j 1")) {
                assertCompiledOnce(space, command + " -w " + where);
                assertCompiledOnce(space, command + " -w " + where + " --explain");
                assertCompiledOnce(space, command + " -w " + where + " --exhaustive");
            }
        }
    }

    private void assertCompiledOnce(String space, String command) {
        Witness witness = new Witness();
        List<String> args =
                new ArrayList<>(List.of(command.replace("%", "" + directory).split(" ")));
        Cli run = Cli.observed(witness, space, args.toArray(String[]::new));
        assertThat(run.code()).as("%s%n%s", command, run.err()).isZero();
        assertThat(witness.trellises).as(command).hasValue(1);
        assertThat(witness.selections.get()).as(command).isLessThanOrEqualTo(1);
    }
}
