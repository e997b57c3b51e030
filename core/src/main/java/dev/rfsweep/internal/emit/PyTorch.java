package dev.rfsweep.internal.emit;

import dev.rfsweep.internal.net.Add;
import dev.rfsweep.internal.net.Convolution;
import dev.rfsweep.internal.net.Dense;
import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.GlobalPool;
import dev.rfsweep.internal.net.Identity;
import dev.rfsweep.internal.net.Multiplication;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.Pool;
import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.model.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a network as a PyTorch module. */
public final class PyTorch extends Emitter {

    private static final String RESIDUAL = """


            class Residual(nn.Module):
                def __init__(self, trunk, shortcut):
                    super().__init__()
                    self.trunk = trunk
                    self.shortcut = shortcut

                def forward(self, x):
                    return self.trunk(x) + self.shortcut(x)
            """;

    private static final String SQUEEZE_EXCITE = """


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
            """;

    private final Code code = new Code();
    private final String suffix;
    private final int rank;

    private PyTorch(Network network) {
        super(Flow.into(network));
        this.rank = network.rank();
        this.suffix = rank + "d";
    }

    /**
     * A self-contained Python file with one module, an {@code nn.Sequential} of the trunk.
     *
     * @param name name of its class, an identifier
     * @throws InexpressibleException when the network has no channels or PyTorch lacks one of its layers
     */
    public static String of(Network network, String name) {
        return new PyTorch(network).file(network, Code.requireIdentifier(name));
    }

    private String file(Network network, String name) {
        code.line("from torch import nn");
        if (Flow.uses(network, new Add())) {
            code.text(RESIDUAL);
        }
        if (Flow.uses(network, new Multiplication())) {
            code.text(SQUEEZE_EXCITE.replace("2d", suffix));
        }
        code.text("\n\n").line("class " + name + "(nn.Sequential):").in();
        code.line("def __init__(self):").in().line("super().__init__(").in();
        new Fragment.Chain(network.trunk()).accept(this);
        return code.out().line(")").toString();
    }

    @Override
    public Void multiplication(Multiplication multiplication) {
        code.line("SqueezeExcite(" + flow.channels() + ", " + flow.hidden(joined) + "),");
        return null;
    }

    @Override
    public Void globalPool(GlobalPool pool) {
        code.line("nn.AdaptiveAvgPool" + suffix + "(1),");
        flow.pass(pool);
        return null;
    }

    @Override
    public Void dense(Dense dense) {
        code.line(flow.isVector() ? "nn.ReLU()," : "nn.Flatten(),");
        code.line("nn.Linear(" + flow.features() + ", " + dense.channels() + "),");
        flow.pass(dense);
        return null;
    }

    @Override
    public Void identity(Identity identity) {
        code.line("nn.Identity(),");
        return null;
    }

    @Override
    public Void convolution(Convolution conv) {
        List<PixelPadding> borders = flow.borders(conv.windows());
        boolean own = borders.stream().allMatch(PixelPadding::isSymmetric);
        if (!own) {
            pad(borders, "0.0");
        }
        code.line("nn.Conv" + suffix + "(" + flow.channels() + ", " + conv.channels() + ", " + kernel(conv.windows())
                + Code.option("stride", strides(conv.windows()), 1)
                + Code.option("padding", own ? lows(borders) : zeros(), 0)
                + Code.option("dilation", dilations(conv.windows()), 1)
                + Code.option("groups", List.of(conv.groups()), 1) + (conv.bias() ? "" : ", bias=False") + "),");
        if (conv.norm()) {
            code.line("nn.BatchNorm" + suffix + "(" + conv.channels() + "),");
        }
        if (!summed) {
            code.line("nn.ReLU(),");
        }
        flow.pass(conv);
        return null;
    }

    @Override
    public Void pool(Pool pool) {
        boolean max = pool.kind() == Pool.Kind.MAX;
        List<Window> windows = pool.windows();
        if (!max && windows.stream().anyMatch(window -> window.reach() >= window.kernel())) {
            throw new InexpressibleException("PyTorch has no average pooling with dilation");
        }
        List<PixelPadding> borders = flow.borders(windows);
        boolean own = ownPadding(windows, borders);
        if (!own) {
            pad(borders, max ? "float(\"-inf\")" : "0.0");
        }
        code.line("nn." + (max ? "Max" : "Avg") + "Pool" + suffix + "(" + kernel(windows) + ", stride="
                + Code.extents(strides(windows))
                + Code.option("padding", own ? lows(borders) : zeros(), 0)
                + (max ? Code.option("dilation", dilations(windows), 1) : "") + "),");
        flow.pass(pool);
        return null;
    }

    /** PyTorch pads pools by at most half a kernel; in a maximum pool the padding is never the maximum. */
    private static boolean ownPadding(List<Window> windows, List<PixelPadding> borders) {
        for (int axis = 0; axis < windows.size(); axis++) {
            PixelPadding border = borders.get(axis);
            if (!border.isSymmetric() || border.low() > windows.get(axis).kernel() / 2) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Void add(Add add) {
        Fragment.Branches sum = joined;
        flow.requireFits(sum);
        boolean outside = summed;
        summed = true;
        code.line("Residual(").in();
        Flow beside = flow.fork();
        sequential(sum.branches().get(0));
        Flow behind = flow;
        flow = beside;
        sequential(sum.branches().get(1));
        flow = behind;
        summed = outside;
        code.out().line("),");
        return null;
    }

    private void sequential(Fragment branch) {
        if (branch.isIdentity()) {
            branch.accept(this);
            return;
        }
        code.line("nn.Sequential(").in();
        branch.accept(this);
        code.out().line("),");
    }

    /** Pads by hand; PyTorch names the last axis first, and crops where a number is negative. */
    private void pad(List<PixelPadding> borders, String value) {
        List<Long> numbers = new ArrayList<>();
        for (int axis = rank - 1; axis >= 0; axis--) {
            numbers.add(borders.get(axis).low());
            numbers.add(borders.get(axis).high());
        }
        code.line("nn.ConstantPad" + suffix + "("
                + numbers.toString().replace('[', '(').replace(']', ')') + ", " + value + "),");
    }

    private List<Integer> zeros() {
        return Collections.nCopies(rank, 0);
    }

    private static List<Long> lows(List<PixelPadding> borders) {
        return borders.stream().map(PixelPadding::low).toList();
    }

    private static String kernel(List<Window> windows) {
        return Code.extents(windows.stream().map(Window::kernel).toList());
    }

    private static List<Integer> strides(List<Window> windows) {
        return windows.stream().map(Window::stride).toList();
    }

    private static List<Integer> dilations(List<Window> windows) {
        return windows.stream().map(Window::dilation).toList();
    }
}
