package dev.rfsweep.internal.emit;

import static dev.rfsweep.internal.emit.Networks.POINT;
import static dev.rfsweep.internal.emit.Networks.SAME3;
import static dev.rfsweep.internal.emit.Networks.average;
import static dev.rfsweep.internal.emit.Networks.both;
import static dev.rfsweep.internal.emit.Networks.conv;
import static dev.rfsweep.internal.emit.Networks.fixed;
import static dev.rfsweep.internal.emit.Networks.max;
import static dev.rfsweep.internal.emit.Networks.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.Nets;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.SqueezeExcite;
import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PyTorchTest {

    @Test
    void aFileIsWhole() {
        Fragment gated = Nets.residual(conv(SAME3, 8, 8), SqueezeExcite.of(2, 8, 2), conv(POINT, 8, 1));
        assertThat(PyTorch.of(Networks.of(gated), "Tiny")).isEqualTo("""
                from torch import nn


                class Residual(nn.Module):
                    def __init__(self, trunk, shortcut):
                        super().__init__()
                        self.trunk = trunk
                        self.shortcut = shortcut

                    def forward(self, x):
                        return self.trunk(x) + self.shortcut(x)


                class SqueezeExcite(nn.Module):
                    def __init__(self, channels, hidden):
                        super().__init__()
                        self.gate = nn.Sequential(
                            nn.AdaptiveAvgPool2d(1),
                            nn.Conv2d(channels, hidden, 1),
                            nn.ReLU(),
                            nn.Conv2d(hidden, channels, 1),
                            nn.Sigmoid(),
                        )

                    def forward(self, x):
                        return x * self.gate(x)


                class Tiny(nn.Sequential):
                    def __init__(self):
                        super().__init__(
                            Residual(
                                nn.Sequential(
                                    nn.Conv2d(8, 8, 3, padding=1, groups=8, bias=False),
                                    nn.BatchNorm2d(8),
                                    nn.ReLU(),
                                    SqueezeExcite(8, 2),
                                    nn.Conv2d(8, 8, 1, bias=False),
                                    nn.BatchNorm2d(8),
                                ),
                                nn.Identity(),
                            ),
                        )
                """);
    }

    @Test
    void classesThatAreNotUsedAreNotWritten() {
        assertThat(PyTorch.of(Networks.of(conv(same(3, 2, 2), 16, 2)), "Plain")).isEqualTo("""
                from torch import nn


                class Plain(nn.Sequential):
                    def __init__(self):
                        super().__init__(
                            nn.Conv2d(8, 16, 3, stride=2, padding=2, dilation=2, groups=2, bias=False),
                            nn.BatchNorm2d(16),
                            nn.ReLU(),
                        )
                """);
    }

    @Test
    void axesThatDifferAreTuples() {
        Fragment tall = Nets.conv(List.of(SAME3, POINT), 8, 1);
        assertThat(body(Networks.of(tall))).startsWith("nn.Conv2d(8, 8, (3, 1), padding=(1, 0), bias=False),");
    }

    @Test
    void bordersThatDifferArePaddedByHandLastAxisFirst() {
        Fragment even = Nets.conv(List.of(same(4, 1, 1), same(2, 1, 1)), 8, 1);
        assertThat(body(Networks.of(even)))
                .startsWith("nn.ConstantPad2d((0, 1, 1, 2), 0.0),\nnn.Conv2d(8, 8, (4, 2), bias=False),");
        assertThat(body(Networks.of(conv(fixed(3, 1, -1, -1), 8, 1))))
                .startsWith("nn.ConstantPad2d((-1, -1, -1, -1), 0.0),\nnn.Conv2d(8, 8, 3, bias=False),");
    }

    @Test
    void sameUpperAndLowerNeedTheSize() {
        Fragment upper = conv(new Window(3, 2, 1, Padding.Auto.SAME_UPPER), 8, 1);
        assertThat(body(Networks.sized(2, 32, upper))).startsWith("nn.ConstantPad2d((0, 1, 0, 1), 0.0),");
        assertThat(body(Networks.sized(2, 31, upper))).startsWith("nn.Conv2d(8, 8, 3, stride=2, padding=1,");
        Fragment lower = conv(new Window(3, 2, 1, Padding.Auto.SAME_LOWER), 8, 1);
        assertThat(body(Networks.sized(2, 32, lower))).startsWith("nn.ConstantPad2d((1, 0, 1, 0), 0.0),");
        refused(Networks.of(upper), "give input.size");
    }

    @Test
    void poolsPadThemselvesUpToHalfAKernel() {
        assertThat(body(Networks.of(max(same(3, 2, 1))))).isEqualTo("nn.MaxPool2d(3, stride=2, padding=1),\n");
        assertThat(body(Networks.of(average(same(3, 1, 1))))).isEqualTo("nn.AvgPool2d(3, stride=1, padding=1),\n");
        assertThat(body(Networks.of(max(same(3, 1, 2)))))
                .isEqualTo(
                        "nn.ConstantPad2d((2, 2, 2, 2), float(\"-inf\")),\nnn.MaxPool2d(3, stride=1, dilation=2),\n");
        assertThat(body(Networks.of(average(fixed(2, 2, 0, 1)))))
                .isEqualTo("nn.ConstantPad2d((0, 1, 0, 1), 0.0),\nnn.AvgPool2d(2, stride=2),\n");
        refused(Networks.of(average(same(2, 1, 2))), "PyTorch has no average pooling with dilation");
    }

    @Test
    void denseLayersKnowTheirInputs() {
        Fragment dense = Nets.dense(5);
        assertThat(body(Networks.of(Nets.globalPool(), dense, dense)))
                .isEqualTo("nn.AdaptiveAvgPool2d(1),\nnn.Flatten(),\nnn.Linear(8, 5),\nnn.ReLU(),\nnn.Linear(5, 5),\n");
        assertThat(body(Networks.sized(2, 7, max(same(3, 2, 1)), dense))).endsWith("nn.Linear(128, 5),\n");
    }

    @Test
    void shortcutsAreProjectedAndMustFit() {
        Fragment beside = conv(new Window(1, 2, 1, Padding.Auto.VALID), 16, 1);
        Fragment fits = Nets.projected(beside, conv(same(3, 2, 1), 16, 1));
        assertThat(body(Networks.of(fits))).contains("""
                nn.Sequential(
                        nn.Conv2d(8, 16, 1, stride=2, bias=False),
                        nn.BatchNorm2d(16),
                    ),
                """);
        Fragment shrinks = Nets.residual(conv(new Window(3, 1, 1, Padding.Auto.VALID), 8, 1));
        refused(Networks.of(shrinks), "a shortcut cannot be added to a trunk of another size");
        Fragment sometimes = Nets.projected(beside, conv(new Window(2, 2, 1, Padding.Auto.VALID), 16, 1));
        refused(Networks.of(sometimes), "a shortcut cannot be added");
        refused(Networks.sized(2, 31, sometimes), "a shortcut cannot be added");
        assertThat(body(Networks.sized(2, 32, sometimes))).contains("Residual");
    }

    @Test
    void theRankChoosesTheClasses() {
        for (int rank = 1; rank <= 3; rank++) {
            Fragment conv = Nets.conv(Collections.nCopies(rank, SAME3), 8, 1);
            Fragment pool = Nets.max(Collections.nCopies(rank, SAME3));
            String text = PyTorch.of(Networks.sized(rank, 9, conv, SqueezeExcite.of(rank, 8, 2), pool), "Net");
            assertThat(text).contains("nn.Conv" + rank + "d(8, 8, 3,", "BatchNorm" + rank + "d(", "MaxPool" + rank);
            assertThat(text).contains("nn.AdaptiveAvgPool" + rank + "d(1)", "nn.Conv" + rank + "d(channels, hidden");
        }
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        refused(new Network(2, List.of(), 0, List.of(conv(SAME3, 0, 1))), "without channels");
        Fragment large = Nets.max(both(new Window(9, 1, 1, Padding.Auto.VALID)));
        refused(Networks.sized(2, 8, large), "an invalid variant");
        assertThatThrownBy(() -> PyTorch.of(Networks.of(), "no name")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(Network network, String why) {
        assertThatThrownBy(() -> PyTorch.of(network, "Net"))
                .isInstanceOf(InexpressibleException.class)
                .hasMessageContaining(why);
    }

    /** What stands between the parentheses of the trunk, as far to the left as it goes. */
    private static String body(Network network) {
        String text = PyTorch.of(network, "Net");
        String inside = text.substring(text.lastIndexOf("super().__init__(\n") + 18, text.lastIndexOf("        )"));
        return inside.lines().map(line -> line.substring(12) + "\n").collect(Collectors.joining());
    }
}
