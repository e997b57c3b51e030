package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code --explain} says is what the command does. */
@Tag("slow")
class ExplainedWayTest {

    private static final int QUESTIONS = 300;

    private static final Pattern WAY = Pattern.compile("\"way\":\"(\\w+)\"");

    private static final List<String> COMMANDS = List.of(
            "sweep",
            "sweep --limit 7 --offset 3",
            "sweep --limit 5 -c id,rf",
            "count",
            "histogram --by rf",
            "histogram --by params --bins 7",
            "top --by macs -n 5",
            "top --by depth:desc -n 5 -c id,arch",
            "top --by params~2000 -n 5",
            "top --by rf~9 -n 3",
            "pareto --by params:min,depth:max",
            "pareto --by macs:min,rf~15",
            "sample -n 5 --seed 3",
            "choices",
            "profile");

    /** Params of these have more values than algebra is worth among three million variants. */
    private static final String WIDE = "{input: {size: 32, channels: 3}, stages: ['6*cn_k1,3,5_c17,101,1009,10007']}";

    /** So many seeds draw a wide space as to meet every command. */
    private static final int EVERY = 7;

    @Test
    void aCommandGoesTheWayThatItExplains() {
        Map<String, Integer> often = new HashMap<>();
        for (int seed = 0; seed < QUESTIONS; seed++) {
            SplittableRandom random = new SplittableRandom(11_000 + seed);
            boolean wide = seed % EVERY == 0;
            String space = wide ? WIDE : ExhaustiveTest.space(random);
            List<String> args = command(random, seed, wide);
            Witness witness = new Witness();
            Cli run = Cli.observed(witness, space, args.toArray(String[]::new));
            String told = told(space, args, run);
            boolean nothing = told.equals("guided") && !run.out().contains("{"); // then there is no match to go to
            String took = run.code() == Exit.OK && !nothing ? witness.way() : told;
            assertThat(took)
                    .as("seed %d: %s%n%s%n%s", seed, args, space, run.err())
                    .isEqualTo(told);
            often.merge(run.code() == Exit.OK ? told : "refused", 1, Integer::sum);
        }
        assertThat(often).as("questions of every way").containsKeys("algebra", "guided", "sweep");
        assertThat(often.get("algebra")).isGreaterThan(60);
        assertThat(often.get("guided")).isGreaterThan(20);
        assertThat(often.get("sweep")).isGreaterThan(60);
        assertThat(often.getOrDefault("refused", 0)).isLessThan(30);
    }

    private static List<String> command(SplittableRandom random, int seed, boolean wide) {
        List<String> args =
                new ArrayList<>(List.of(COMMANDS.get(seed % COMMANDS.size()).split(" ")));
        args.add(1, "-");
        if (wide) {
            long low = 1_000_000 + random.nextLong(50_000_000);
            args.addAll(List.of("-w", "params=" + low + ".." + (low + 40_000_000), "--ids", "5.." + (1 << 20)));
        }
        for (int filter = random.nextInt(3); filter > 0; filter--) {
            args.addAll(List.of("-w", ExhaustiveTest.condition(random)));
        }
        if (random.nextInt(4) == 0) {
            args.addAll(List.of("--shard", random.nextInt(3) + "/3"));
        }
        if (!wide && random.nextInt(4) == 0) {
            args.addAll(List.of("--ids", random.nextInt(2) + "..4"));
        }
        if (random.nextInt(4) == 0) {
            args.add("--exhaustive");
        }
        if (random.nextInt(4) == 0) {
            args.addAll(List.of("-j", String.valueOf(1 + random.nextInt(2))));
        }
        args.addAll(List.of("-f", "json"));
        return args;
    }

    /** The way in the plan. What is refused for a reason that planning sees is refused there as well, in the same words. */
    private static String told(String space, List<String> args, Cli run) {
        List<String> explained = new ArrayList<>(args);
        explained.add("--explain");
        Witness witness = new Witness();
        Cli plan = Cli.observed(witness, space, explained.toArray(String[]::new));
        assertThat(witness.way()).as("explaining looks at no variant: %s", args).isEqualTo("algebra");
        if (plan.code() != Exit.OK) {
            assertThat(plan).as("%s", args).isEqualTo(run);
            return "refused";
        }
        Matcher way = WAY.matcher(plan.out());
        assertThat(way.find()).as(plan.out()).isTrue();
        if (run.code() != Exit.OK) {
            assertThat(way.group(1))
                    .as("only a sweep can be refused after a plan: %s", run.err())
                    .isEqualTo("sweep");
        }
        return way.group(1);
    }
}
