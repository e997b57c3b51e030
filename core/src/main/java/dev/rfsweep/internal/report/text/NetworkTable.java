package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.Adviser;
import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.output.Page;
import dev.rfsweep.internal.output.PageColumn;
import dev.rfsweep.internal.output.PlainText;
import dev.rfsweep.internal.report.scene.LayerNames;
import dev.rfsweep.model.AxisView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One network as a table for people: a row a layer, and below it the notes that the rows refer to. */
final class NetworkTable {

    /** They compute something even where nothing can be seen of it in sizes and fields. */
    private static final Set<String> ALWAYS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul", "Concat");

    private static final String NO_SIZE = "none";

    private final Findings model;
    private final Optional<String> more;
    private final Page page;
    private final List<Tensor> shown;
    private final NodeNames names;

    /** Layers without a name have their number behind the operator, as in pictures. */
    private final Map<Tensor, String> numbered;

    private final Map<Tensor, List<AxisView>> views = new HashMap<>();
    private final Map<String, Integer> notes = new LinkedHashMap<>();

    NetworkTable(Findings model, Optional<String> more, Page page) {
        this.model = model;
        this.more = more;
        this.page = page;
        this.shown = model.layers().stream()
                .filter(tensor -> more.isEmpty() || !changesNothing(tensor))
                .toList();
        this.numbered = LayerNames.numbered(model.graph().tensors());
        this.names = page.screen().bounded() ? NodeNames.within(shown) : NodeNames.WHOLE;
        shown.forEach(
                tensor -> model.remarks(tensor).forEach(text -> notes.computeIfAbsent(text, any -> notes.size() + 1)));
    }

    void write() {
        head();
        page.blank().table(columns(), shown);
        int hidden = model.layers().size() - shown.size();
        if (hidden > 0) {
            page.blank()
                    .paragraph(hidden + " operators that change neither size nor field are left out; "
                            + more.orElseThrow() + " shows them.");
        }
        if (!notes.isEmpty()) {
            page.blank();
        }
        notes.forEach((text, number) -> page.paragraph("[" + number + "] " + PlainText.message(text)));
        usefulSizes();
    }

    private void head() {
        Tensor input = model.graph().input();
        List<Long> sizes = AxisText.units(input.shape());
        String size = sizes.contains(null)
                ? "of unknown size"
                : sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        page.line("model  " + PlainText.escaped(model.name()));
        page.line("input  " + PlainText.escaped(input.name()) + ", " + size + " (" + String.join(" x ", model.axes())
                + ")");
        if (names.prefix().length() > 1) { // a slash alone is not worth a line
            page.line("names  without " + PlainText.escaped(names.prefix()) + ", with which all of them begin");
        }
    }

    /** Columns that would say the same for every layer, or nothing, are left out. */
    private List<PageColumn<Tensor>> columns() {
        List<PageColumn<Tensor>> columns = new ArrayList<>();
        columns.add(PageColumn.path("layer", tensor -> PlainText.escaped(names.of(tensor))));
        columns.add(PageColumn.text(
                "op",
                tensor -> PlainText.escaped(
                        numbered.getOrDefault(tensor, tensor.label().op()))));
        if (shown.stream().anyMatch(tensor -> !out(tensor).equals("?"))) {
            columns.add(PageColumn.number("out", NetworkTable::out));
        }
        columns.add(PageColumn.number("rf", tensor -> AxisText.cell(views(tensor), AxisText::rf)));
        columns.add(PageColumn.number("stride", tensor -> AxisText.local(views(tensor), AxisText::stride)));
        columns.add(PageColumn.number("start", tensor -> AxisText.local(views(tensor), AxisText::start)));
        if (shown.stream().anyMatch(tensor -> views(tensor).stream().anyMatch(AxisView::hasHoles))) {
            columns.add(PageColumn.number("coverage", tensor -> AxisText.local(views(tensor), AxisText::coverage)));
        }
        columns.add(PageColumn.number("erf", tensor -> AxisText.local(views(tensor), AxisText::erf)));
        if (!notes.isEmpty()) {
            columns.add(PageColumn.text("notes", this::references));
        }
        return columns;
    }

    private List<AxisView> views(Tensor tensor) {
        return views.computeIfAbsent(tensor, model::views);
    }

    private static String out(Tensor tensor) {
        return AxisText.cell(AxisText.units(tensor.shape()), AxisText::unit);
    }

    private String references(Tensor tensor) {
        List<String> remarks = model.remarks(tensor);
        return remarks.isEmpty()
                ? "-"
                : remarks.stream().map(text -> "[" + notes.get(text) + "]").collect(Collectors.joining(" "));
    }

    private void usefulSizes() {
        List<String> useful = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int axis = 0; axis < model.axes().size(); axis++) {
            String name = " along " + model.axes().get(axis);
            Adviser.usefulSizes(model.analysis(), axis).ifPresent(sizes -> {
                String text = sizes.none() ? NO_SIZE : sizes.smallest() + ".." + sizes.largest();
                useful.add(text);
                named.add(text + name);
            });
        }
        if (!useful.isEmpty()) {
            boolean alike =
                    useful.size() == model.axes().size() && Set.copyOf(useful).size() == 1;
            boolean none = alike && useful.get(0).equals(NO_SIZE);
            page.blank()
                    .paragraph(
                            "Useful input sizes: " + (alike ? useful.get(0) : String.join(", ", named))
                                    + (none
                                            ? ". In every one a layer is unproductive or no unit sees everything."
                                            : ". In smaller ones a layer is unproductive, in larger ones no unit sees everything."));
        }
    }

    private boolean changesNothing(Tensor tensor) {
        return !ALWAYS.contains(tensor.label().op())
                && model.remarks(tensor).isEmpty()
                && tensor.links().stream().allMatch(link -> same(tensor, link.source()));
    }

    private boolean same(Tensor tensor, Tensor source) {
        return Objects.equals(AxisText.units(tensor.shape()), AxisText.units(source.shape()))
                && views(tensor).equals(views(source));
    }
}
