package dev.rfsweep.cli;

import dev.rfsweep.NetworkAnalysis;
import dev.rfsweep.internal.analysis.Adviser;
import dev.rfsweep.internal.analysis.AxisView;
import dev.rfsweep.internal.analysis.Shape;
import dev.rfsweep.internal.analysis.Tensor;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.report.scene.LayerNames;
import dev.rfsweep.model.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One network as a table for people: a row a layer, and below it the notes that the rows refer to. */
final class AnalysisTable {

    /** They compute something even where nothing can be seen of it in sizes and fields. */
    private static final Set<String> ALWAYS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul", "Concat");

    private static final List<String> LABELS =
            List.of("layer", "op", "out", "rf", "stride", "start", "coverage", "erf", "notes");

    private static final String NO_SIZE = "none";
    private static final int OUT = LABELS.indexOf("out");
    private static final int COVERAGE = LABELS.indexOf("coverage");
    private static final int NOTES = LABELS.indexOf("notes");
    private static final Set<Integer> LEFT = Set.of(0, 1, NOTES);

    private final NetworkAnalysis model;
    private final List<Tensor> shown;
    private final Screen screen;
    private final NodeNames names;

    /** What pictures call layers without a name stands in the place of their operator. */
    private final Map<Tensor, String> numbered;

    private final Bytes out = new Bytes(1024);
    private final Map<String, Integer> notes = new LinkedHashMap<>();

    private AnalysisTable(NetworkAnalysis model, boolean all, Screen screen) {
        this.model = model;
        this.shown = model.layers().stream()
                .filter(tensor -> all || !changesNothing(tensor))
                .toList();
        this.numbered = LayerNames.numbered(model.graph().tensors());
        this.screen = screen;
        this.names = screen.bounded() ? NodeNames.within(shown) : NodeNames.WHOLE;
    }

    /** The table; operators that change neither size nor field are left out unless {@code all} are wanted. */
    static String of(NetworkAnalysis model, boolean all, Screen screen) {
        AnalysisTable table = new AnalysisTable(model, all, screen);
        table.head();
        table.layers();
        table.sizes();
        return table.out.toString();
    }

    private void head() {
        Tensor input = model.graph().input();
        String axes = IntStream.range(0, model.axes())
                .mapToObj(axis -> Column.axisName(axis, model.axes()))
                .collect(Collectors.joining(" x "));
        List<Long> sizes = sizes(input);
        String size = sizes.contains(Shape.UNKNOWN)
                ? "of unknown size"
                : sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        out.append("model  " + Plain.escaped(model.name()) + "\ninput  " + Plain.escaped(input.name()) + ", " + size
                + " (" + axes + ")\n");
        if (names.prefix().length() > 1) { // nobody misses a slash
            out.append("names  without " + Plain.escaped(names.prefix()) + ", with which all of them begin\n");
        }
        out.append("\n");
    }

    private void layers() {
        List<String[]> rows = shown.stream().map(this::cells).toList();
        int[] columns = IntStream.range(0, LABELS.size())
                .filter(column -> tells(column, rows))
                .toArray();
        Table table = Table.whole(
                        List.of(chosen(columns, LABELS.toArray(String[]::new))),
                        IntStream.of(columns).mapToObj(LEFT::contains).toList())
                .on(screen)
                .keepingTails(0);
        rows.forEach(row -> table.add(chosen(columns, row), out));
        table.finish(out);
        int hidden = model.layers().size() - shown.size();
        if (hidden > 0) {
            out.append("\n");
            paragraph(hidden + " operators that change neither size nor field are left out; --all shows them.");
        }
        notes.forEach((text, number) -> {
            out.append(number == 1 ? "\n" : "");
            paragraph("[" + number + "] " + Plain.message(text));
        });
    }

    private void paragraph(String text) {
        screen.wrap(text, 0).forEach(line -> out.append(line + "\n"));
    }

    private void sizes() {
        List<String> useful = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int axis = 0; axis < model.axes(); axis++) {
            String name = " along " + Column.axisName(axis, model.axes());
            Adviser.usefulSizes(model.analysis(), axis).ifPresent(sizes -> {
                String text = sizes.none() ? NO_SIZE : sizes.smallest() + ".." + sizes.largest();
                useful.add(text);
                named.add(text + name);
            });
        }
        if (!useful.isEmpty()) {
            boolean alike = useful.size() == model.axes() && Set.copyOf(useful).size() == 1;
            boolean none = alike && useful.get(0).equals(NO_SIZE);
            out.append("\n");
            paragraph("Useful input sizes: " + (alike ? useful.get(0) : String.join(", ", named))
                    + (none
                            ? ". In every one a layer is unproductive or no unit sees everything."
                            : ". In smaller ones a layer is unproductive, in larger ones no unit sees everything."));
        }
    }

    /** Columns that would say the same for every layer, or nothing, only take room. */
    private boolean tells(int column, List<String[]> rows) {
        if (column == OUT) {
            return rows.stream().anyMatch(row -> !row[OUT].equals("?"));
        }
        if (column == COVERAGE) {
            return shown.stream().anyMatch(tensor -> holes(model.views(tensor)));
        }
        return column != NOTES || !notes.isEmpty();
    }

    private static String[] chosen(int[] columns, String[] cells) {
        return IntStream.of(columns).mapToObj(column -> cells[column]).toArray(String[]::new);
    }

    private String[] cells(Tensor tensor) {
        List<AxisView> views = model.views(tensor);
        return new String[] {
            Plain.escaped(names.of(tensor)),
            Plain.escaped(numbered.getOrDefault(tensor, tensor.label().op())),
            AxisText.sizes(sizes(tensor)),
            AxisText.rf(views),
            AxisText.cell(views, AxisText::stride),
            AxisText.cell(views, AxisText::start),
            AxisText.cell(views, AxisText::coverage),
            AxisText.cell(views, AxisText::erf),
            references(tensor)
        };
    }

    private String references(Tensor tensor) {
        List<String> remarks = model.remarks(tensor);
        return remarks.isEmpty()
                ? "-"
                : remarks.stream()
                        .map(text -> "[" + notes.computeIfAbsent(text, any -> notes.size() + 1) + "]")
                        .collect(Collectors.joining(" "));
    }

    private boolean changesNothing(Tensor tensor) {
        return !ALWAYS.contains(tensor.label().op())
                && model.remarks(tensor).isEmpty()
                && tensor.links().stream().allMatch(link -> same(tensor, link.source()));
    }

    private boolean same(Tensor tensor, Tensor source) {
        return sizes(tensor).equals(sizes(source)) && model.views(tensor).equals(model.views(source));
    }

    private static boolean holes(List<AxisView> views) {
        return views.stream().anyMatch(view -> view.kind() == AxisView.Kind.LOCAL && view.coverage() != view.rf());
    }

    private List<Long> sizes(Tensor tensor) {
        return IntStream.range(0, model.axes())
                .mapToObj(axis -> tensor.shape().units(axis))
                .toList();
    }
}
