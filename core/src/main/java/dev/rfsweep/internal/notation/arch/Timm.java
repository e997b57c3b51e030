package dev.rfsweep.internal.notation.arch;

import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.space.BlockType;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Lowering;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Value;
import dev.rfsweep.internal.space.Variant;
import dev.rfsweep.model.InexpressibleException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a variant as the {@code arch_def} of timm's {@code EfficientNetBuilder}: a list of stages, each a list of
 * block strings. Only what timm builds as the same layers is written; the rest is refused.
 *
 * <ul>
 *   <li>timm's {@code ds} takes a shortcut wherever it fits and ours never does, so ours has {@code noskip} there. Our
 *       {@code ir} without expansion is timm's {@code ds}; timm's own {@code ir_e1} would keep a 1x1 convolution.
 *   <li>The ratio of {@code se} is of the block's input channels in both, and the number is the same.
 *   <li>timm pads by {@code (s - 1 + k - 1) / 2} on both sides, which is our {@code same} only for odd kernels and
 *       strides of 1 or 2.
 *   <li>By default timm rounds {@code c}, and {@code e} times the input channels, to multiples of 8, and it puts a
 *       stem in front whose width is an argument of its own.
 * </ul>
 */
public final class Timm {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Lowering lowering;
    private MapShape at;

    private Timm(Space space) {
        this.lowering = new Lowering(space.input().rank());
        this.at = space.inputShape();
    }

    /**
     * The list as Python and JSON with single quotes read it, such as {@code [['ds_r1_k3_s1_e1_c16']]}.
     *
     * @throws InexpressibleException when timm lacks a block of {@code variant}, naming it
     */
    public static String of(Space space, Variant variant) {
        if (space.input().rank() != 2) {
            throw new InexpressibleException("timm builds 2-D networks only, this one has "
                    + space.input().rank() + (space.input().rank() == 1 ? " axis" : " axes"));
        }
        if (space.inputChannels() == 0) {
            throw new InexpressibleException("timm needs channels; give some block its channels (c)");
        }
        return new Timm(space).list(variant.blocks());
    }

    private String list(List<FixedBlock> blocks) {
        List<List<String>> stages = new ArrayList<>();
        int repeats = 0;
        String last = "";
        for (FixedBlock block : blocks) {
            if (block.type() == BlockType.ID) {
                continue;
            }
            at = lowering.fragment(block, at.channels()).shape(at);
            String text = text(block);
            if (block.first() || stages.isEmpty()) {
                stages.add(new ArrayList<>());
            }
            List<String> stage = stages.get(stages.size() - 1);
            boolean again = !block.first() && !stage.isEmpty() && sameButStride(text, last);
            repeats = again ? repeats + 1 : 1;
            last = again ? last : text;
            if (again) {
                stage.remove(stage.size() - 1);
            }
            stage.add(last.replaceFirst("_", "_r" + repeats + "_"));
        }
        return stages.stream().map(Timm::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A repeat has stride 1, whatever the stride of the first. */
    private static boolean sameButStride(String repeat, String first) {
        return repeat.replaceFirst("_s\\d+", "").equals(first.replaceFirst("_s\\d+", ""));
    }

    private static String quoted(List<String> stage) {
        return stage.stream().collect(Collectors.joining("', '", "['", "']"));
    }

    private String text(FixedBlock block) {
        requireKnown(block);
        BigDecimal expansion = number(block, Key.E, BigDecimal.ONE);
        boolean unexpanded = block.type() == BlockType.IR && expansion.compareTo(BigDecimal.ONE) == 0;
        StringBuilder text = new StringBuilder(
                unexpanded ? BlockType.DS.code() : block.type().code());
        text.append("_k").append(number(block, Key.K, null).toPlainString());
        text.append("_s")
                .append(block.first() ? number(block, Key.S, BigDecimal.ONE).toPlainString() : "1");
        if (block.type() != BlockType.CN) {
            text.append("_e").append(expansion.toPlainString());
        }
        text.append("_c").append(at.channels());
        BigDecimal squeeze = number(block, Key.SE, BigDecimal.ZERO);
        if (squeeze.signum() > 0) {
            text.append("_se").append(squeeze.toPlainString());
        }
        boolean skips = block.type() == BlockType.CN
                || (block.type() != BlockType.DS && block.block().skip());
        return text.append(skips ? "" : "_noskip").toString();
    }

    private void requireKnown(FixedBlock block) {
        switch (block.type()) {
            case CN, DS, IR, ER -> {}
            default -> throw lacks(block, "such a block");
        }
        if (!isDefault(block, Key.DIL, "1")) {
            throw lacks(block, "dil");
        }
        if (!isDefault(block, Key.PAD, "same")) {
            throw lacks(block, "pad");
        }
        if (!isDefault(block, Key.G, "1")) {
            throw lacks(block, "g");
        }
        if (number(block, Key.K, null).remainder(TWO).signum() == 0) {
            throw lacks(block, "the padding of an even kernel");
        }
        if (block.first() && number(block, Key.S, BigDecimal.ONE).compareTo(TWO) > 0) {
            throw lacks(block, "the padding of a stride above 2");
        }
    }

    private static boolean isDefault(FixedBlock block, Key key, String usual) {
        Value value = block.values().get(key);
        return value == null
                || (value instanceof Value.Extents extents
                        ? extents.axes().stream()
                                .allMatch(axis -> String.valueOf(axis).equals(usual))
                        : value.text().equals(usual));
    }

    private BigDecimal number(FixedBlock block, Key key, BigDecimal usual) {
        Value value = block.values().get(key);
        if (value instanceof Value.Extents extents) {
            if (extents.axes().stream().distinct().count() > 1) {
                throw lacks(block, key.label() + " that differs between axes");
            }
            return BigDecimal.valueOf(extents.at(0));
        }
        return value instanceof Value.Scalar scalar ? scalar.value() : usual;
    }

    private static InexpressibleException lacks(FixedBlock block, String what) {
        return new InexpressibleException("timm cannot express " + Arch.of(List.of(block)) + ": it lacks " + what);
    }
}
