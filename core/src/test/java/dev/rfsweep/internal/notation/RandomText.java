package dev.rfsweep.internal.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Documents drawn from a seed. The first block always says channels, so that every variant has them. */
public final class RandomText {

    private final SplittableRandom random;
    private final int rank;

    private RandomText(SplittableRandom random) {
        this.random = random;
        this.rank = 1 + random.nextInt(3);
    }

    public static String yaml(SplittableRandom random) {
        return new RandomText(random).document();
    }

    private String document() {
        List<String> stages = new ArrayList<>(List.of("'cn_k" + kernels() + "_c8'"));
        int more = random.nextInt(5);
        for (int stage = 0; stage < more; stage++) {
            stages.add(stage());
        }
        if (random.nextInt(4) == 0) {
            stages.addAll(List.of("gp", "fc_c10"));
        }
        return "{rank: " + rank + ", input: {channels: 4}, stages: [" + String.join(", ", stages) + "]}";
    }

    private String stage() {
        return switch (random.nextInt(6)) {
            case 0 -> "{any: [['" + block() + "', '" + block() + "'], '" + block() + "', []]}";
            case 1 -> "{repeat: 1..3, each: " + random.nextBoolean() + ", of: ['" + block() + "', '" + block() + "']}";
            case 2 -> "'2,1*" + block() + " | " + block() + "'";
            default -> "'" + block() + "'";
        };
    }

    private String block() {
        String type = pick("cn", "dw", "ds", "ir", "er", "bb", "bt", "mp", "ap");
        List<String> args = new ArrayList<>(List.of("k" + kernels()));
        maybe(args, "s" + pick("1", "2", "1,2", "2,1"));
        maybe(args, "dil" + pick("1", "1,2", "3"));
        maybe(args, "pad" + pick("same", "valid", "same_upper,same_lower", "0..2", "-1", "same,1"));
        switch (type) {
            case "cn", "ds", "bb", "bt" -> maybe(args, "c" + pick("8", "16,8", "4"));
            case "ir", "er" -> {
                maybe(args, "c" + pick("8", "16,8"));
                maybe(args, "e" + pick("1", "1,2", "0.5", "1.5..2:0.25"));
                maybe(args, "se" + pick("0", "0,0.25", "1"));
            }
            default -> {}
        }
        if (type.equals("cn")) {
            maybe(args, "g" + pick("1", "1,2,4"));
        }
        if (List.of("ir", "er", "bb", "bt").contains(type)) {
            maybe(args, "noskip");
        }
        if (random.nextInt(3) == 0) {
            args.add("r" + pick("2", "1..3", "3,1") + (random.nextBoolean() ? "_each" : ""));
        }
        return type + "_" + String.join("_", args);
    }

    private void maybe(List<String> args, String arg) {
        if (random.nextInt(3) == 0) {
            args.add(random.nextInt(args.size() + 1), arg);
        }
    }

    private String kernels() {
        String skewed = List.of("3", "3x1,3", "3x1x2,1,3").get(rank - 1);
        return pick("3", "1,3", "3..7:2", skewed);
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
