package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command prints the same with {@code --exhaustive}. A seed in a test's name draws the same command again. */
@Tag("slow")
class ExhaustiveTest {

    private static final List<String> STAGES = List.of(
            "\"cn_k3,5_s1,2\"",
            "\"cn_k1,3_dil1,2_c8,16\"",
            "\"mp_k2_s2 | id\"",
            "\"2*cn_k3,5\"",
            "\"1..2*dw_k3,5\"",
            "\"ir_r1..2_k3,5_e2,3_c8_each\"",
            "\"bb_k3_s1,2_c8\"",
            "\"cn_k3,5_padvalid\"",
            "\"cn_k3x1,3_s1,2\"",
            "{any: [[cn_k3, cn_k1], [\"cn_k5,7\"]]}",
            "{repeat: 1..2, each: true, of: [\"cn_k1,3\"]}");

    private static final List<String> METRICS = List.of("rf", "stride", "out", "depth", "pad", "params", "macs", "erf");

    private static final List<String> COMMANDS = List.of(
            "sweep",
            "sweep --limit 7 --offset 3",
            "count",
            "histogram --by rf",
            "histogram --by params",
            "top --by macs -n 5",
            "top --by depth:desc -n 5 -c id,arch",
            "top --by params~2000 -n 5",
            "pareto --by params:min,depth:max",
            "sample -n 5 --seed 3",
            "choices",
            "profile");

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCommandAnswersTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String space = space(random);
        String command = COMMANDS.get((int) (seed % COMMANDS.size()));
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add(1, "-");
        for (int filter = random.nextInt(3); filter > 0; filter--) {
            args.addAll(List.of("-w", condition(random)));
        }
        if (random.nextInt(3) == 0) {
            args.addAll(List.of("--shard", random.nextInt(3) + "/3"));
        }
        Cli algebra = answer(space, args);
        args.addAll(List.of("--exhaustive", "--threads", String.valueOf(1 + random.nextInt(2))));
        Cli swept = answer(space, args);
        // Anisotropic kernels have columns of their own, and then some commands are refused: alike, too.
        assertThat(algebra).as("%s%n%s", args, space).isEqualTo(swept);
    }

    /** A profile goes without its plan, which tells just the difference. */
    private static Cli answer(String space, List<String> args) {
        Cli run = Cli.fed(space, args.toArray(String[]::new));
        int plan = args.get(0).equals("profile") ? run.out().indexOf("\nplan ") : -1;
        String out = plan < 0 ? run.out() : run.out().substring(0, plan) + bounds(run.out());
        return new Cli(run.code(), out, run.err());
    }

    private static String bounds(String profile) {
        int from = profile.indexOf("\nmetric ");
        return from < 0 ? "" : profile.substring(from, profile.indexOf("\nchoice ", from));
    }

    /** A space of a few variants, with an input of known size. */
    static String space(SplittableRandom random) {
        List<String> stages = new ArrayList<>(List.of("\"cn_k3,5_c8\""));
        for (int stage = 1 + random.nextInt(4); stage > 0; stage--) {
            stages.add(STAGES.get(random.nextInt(STAGES.size())));
        }
        return "input: {size: " + (8 + random.nextInt(24)) + "}\nstages:\n  - " + String.join("\n  - ", stages) + "\n";
    }

    /** Up to two comparisons, of every kind there is. */
    static String condition(SplittableRandom random) {
        String metric = METRICS.get(random.nextInt(METRICS.size()));
        String number = String.valueOf(low(random));
        String condition =
                switch (random.nextInt(8)) {
                    case 0 -> metric + ">=" + number;
                    case 1 -> metric + "<" + number;
                    case 2 -> metric + "!=" + number;
                    case 3 -> metric + "!=" + number + "," + range(random);
                    case 4 -> metric + "=" + number + "," + range(random) + "," + low(random);
                    default -> metric + "=" + range(random);
                };
        return random.nextInt(4) == 0 ? condition + " and " + condition(random) : condition;
    }

    private static String range(SplittableRandom random) {
        long low = low(random);
        return low + ".." + (random.nextBoolean() ? String.valueOf(low * (1 + random.nextLong(4))) : "");
    }

    /** Small ones hit rf, stride, out and depth; the others params and macs. */
    private static long low(SplittableRandom random) {
        return random.nextBoolean() ? random.nextLong(20) : random.nextLong(3000);
    }
}
