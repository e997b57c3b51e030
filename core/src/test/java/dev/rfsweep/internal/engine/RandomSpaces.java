package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.FigureKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Search spaces drawn from a seed, in the notation users write: every block type, grouping and padding mode. */
public final class RandomSpaces {

    private final SplittableRandom random;
    private final int rank;
    private final boolean channels;
    private final boolean anisotropic;

    private RandomSpaces(SplittableRandom random) {
        this.random = random;
        this.rank = 1 + random.nextInt(3);
        this.channels = random.nextInt(3) > 0;
        this.anisotropic = rank > 1 && random.nextInt(3) == 0;
    }

    private static String yaml(SplittableRandom random) {
        return new RandomSpaces(random).document();
    }

    /** The next legal space of at most {@code mostVariants} variants. */
    public static Space legal(SplittableRandom random, long mostVariants) {
        while (true) {
            try {
                Space space = SpecParser.text("random", yaml(random), false).space();
                if (space.variants().compareTo(BigInteger.valueOf(mostVariants)) <= 0) {
                    return space;
                }
            } catch (SpecException illegal) {
                // Drawn again: a group that does not divide its channels, a quarter of them that is not whole.
            }
        }
    }

    /** A range of column {@code column} between two of {@code rows}, sometimes open. */
    public static Range range(SplittableRandom random, List<Row> rows, int column) {
        long one = FigureKey.of(rows.get(random.nextInt(rows.size())).values().get(column));
        long other = FigureKey.of(rows.get(random.nextInt(rows.size())).values().get(column));
        return new Range(
                random.nextInt(5) == 0 ? Long.MIN_VALUE : Math.min(one, other),
                random.nextInt(5) == 0 ? Long.MAX_VALUE : Math.max(one, other));
    }

    /** A range, several, or all but these. */
    public static Ranges values(SplittableRandom random, List<Row> rows, int column) {
        List<Range> parts = new ArrayList<>();
        int pieces = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 1;
        for (int piece = 0; piece < pieces; piece++) {
            boolean single = pieces > 1 && random.nextBoolean();
            long value =
                    FigureKey.of(rows.get(random.nextInt(rows.size())).values().get(column));
            parts.add(single ? new Range(value, value) : range(random, rows, column));
        }
        Ranges values = new Ranges(parts);
        return random.nextInt(4) == 0 ? values.complement() : values;
    }

    private String document() {
        StringBuilder text = new StringBuilder("input: {");
        if (random.nextInt(4) > 0) {
            text.append("size: ").append(size()).append(", ");
        } else {
            text.append("rank: ").append(rank).append(", ");
        }
        text.append("channels: ").append(pick("4", "8", "3")).append("}\nstages:\n");
        int stages = 1 + random.nextInt(4);
        for (int stage = 0; stage < stages; stage++) {
            text.append("  - ").append(stage()).append('\n');
        }
        if (random.nextInt(4) == 0) {
            text.append("  - \"gp\"\n");
            text.append(channels ? "  - \"fc_c" + choice("10", "7") + "\"\n" : "");
        }
        return text.toString();
    }

    private String size() {
        List<String> sizes = new ArrayList<>();
        boolean same = random.nextInt(3) > 0;
        int least = random.nextInt(4) == 0 ? 1 : 6; // so small that some variants, or all, are invalid
        int first = least + random.nextInt(10 * least);
        for (int axis = 0; axis < rank; axis++) {
            sizes.add(String.valueOf(same ? first : least + random.nextInt(10 * least)));
        }
        return sizes.toString();
    }

    private String stage() {
        return switch (random.nextInt(9)) {
            case 0 -> "{any: [[\"" + block() + "\"], [\"" + block() + "\", \"" + block() + "\"], []]}";
            case 1 ->
                "{repeat: \"" + pick("2", "1..2", "1,3") + "\", each: " + random.nextBoolean() + ", of: [\"" + block()
                        + "\", \"" + block() + "\"]}";
            case 2 -> "\"" + pick("2", "1..2") + "*" + block() + "\"";
            case 3 -> "\"" + block() + " | " + block() + " | id\"";
            case 4 -> "\"id\"";
            default -> "\"" + block() + "\"";
        };
    }

    private String block() {
        String type = pick("cn", "cn", "dw", "ds", "ir", "er", "bb", "bt", "mp", "ap");
        boolean pool = type.equals("mp") || type.equals("ap");
        StringBuilder text = new StringBuilder(type);
        text.append("_k").append(kernel());
        if (random.nextBoolean()) {
            text.append("_s").append(extents("1", "2", "3"));
        }
        if (random.nextInt(3) == 0) {
            text.append("_dil").append(extents("1", "2"));
        }
        if (random.nextInt(3) == 0) {
            boolean number = random.nextInt(3) == 0;
            text.append("_pad").append(number ? extents("0", "1", "4", "-1") : padding());
        }
        if (channels && !pool && !type.equals("dw") && random.nextBoolean()) {
            text.append("_c").append(choice("4", "8", "12"));
        }
        if (type.equals("ir") || type.equals("er")) {
            text.append("_e").append(choice("1", "2", "3"));
            text.append(random.nextInt(3) == 0 ? "_se" + choice("0", "0.25") : "");
        }
        text.append(type.equals("cn") && random.nextInt(3) == 0 ? "_g" + choice("1", "2") : "");
        if (random.nextInt(3) == 0) {
            text.append("_r").append(pick("2", "1..2", "3")).append(random.nextBoolean() ? "_each" : "");
        }
        boolean residual = List.of("ir", "er", "bb", "bt").contains(type);
        return text.append(residual && random.nextInt(3) == 0 ? "_noskip" : "").toString();
    }

    private String kernel() {
        if (anisotropic && random.nextBoolean()) {
            return rank == 2 ? choice("3x1", "1x5", "3") : choice("3x1x1", "1x3x3", "2");
        }
        return choice("1", "2", "3", "5");
    }

    private String padding() {
        return choice("valid", "same_upper", "same_lower", "same", "0", "1", "4", "-1");
    }

    /** One or two different values, or one that differs by axis. */
    private String extents(String... values) {
        boolean differ = anisotropic && random.nextInt(3) == 0;
        return differ
                ? IntStream.range(0, rank).mapToObj(axis -> pick(values)).collect(Collectors.joining("x"))
                : choice(values);
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }

    /** One or two different values. */
    private String choice(String... values) {
        int first = random.nextInt(values.length);
        int second = random.nextInt(values.length);
        return first == second || random.nextBoolean() ? values[first] : values[first] + "," + values[second];
    }
}
