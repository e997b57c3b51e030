package dev.rfsweep.internal.report.svg;

import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.model.AxisView;
import java.util.ArrayList;
import java.util.List;

/** Short texts for labels, and the room that they take. */
public final class LabelText {

    /** Height of a line of text. */
    public static final double LINE = 16;

    /** Room for a character of plain and of bold text, on the large side: readers have other fonts. */
    private static final double PLAIN = 6.72;

    private static final double BOLD = 7.2;

    private LabelText() {}

    public static double width(String text) {
        return PLAIN * text.codePointCount(0, text.length());
    }

    public static double boldWidth(String text) {
        return BOLD * text.codePointCount(0, text.length());
    }

    /** At most {@code most} characters, the end replaced by an ellipsis where there are more. */
    public static String clipped(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }

    /** The end of a long name tells more than its beginning. It starts with a module where one starts soon enough. */
    public static String tail(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        String kept = text.substring(text.offsetByCodePoints(0, length - most + 1));
        int first = 0;
        while (first < kept.length() && "/.".indexOf(kept.charAt(first)) < 0) {
            first++;
        }
        first++; // behind the separator
        return "\u2026" + (first * 4 <= kept.length() ? kept.substring(first) : kept);
    }

    /** {@code text} broken at spaces, but not in 224 x 224, into lines that fit {@code width} where words do. */
    public static List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("(?<!\u00d7) (?!\u00d7)", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** A length with one decimal at the most. */
    public static String length(double pixels) {
        return Svg.number(Math.round(pixels * 10) / 10.0);
    }

    /** A round number, of at most six characters: {@code 200k} from a hundred thousand on. */
    public static String tick(double value) {
        double rest = value;
        int power = 0;
        while (rest >= (power == 0 ? 100_000 : 1000)) {
            rest /= 1000;
            power++;
        }
        return Svg.number(rest) + (power == 0 ? "" : "kMGTPE".charAt(power - 1));
    }

    /** {@code 92}, or {@code 92-100} where phases differ. */
    static String range(long least, long most) {
        return least == most ? Long.toString(most) : least + "\u2013" + most;
    }

    /** The field of a layer, of all its phases. */
    public static String field(Step step) {
        return range(step.rfMin(), step.rf());
    }

    /** The effective stride, as a fraction where units are nearer to each other than pixels. */
    public static String stride(Step step) {
        AxisView view = step.view();
        if (view.strideDen() == 0) {
            return "varies";
        }
        return view.strideDen() == 1 ? Long.toString(view.stride()) : view.stride() + "/" + view.strideDen();
    }

    /** What a layer reads, in the keys of the notation. */
    public static String of(Read read) {
        if (read instanceof Slide slide) {
            return "k" + slide.kernel()
                    + (slide.stride() == 1 ? "" : " s" + slide.stride())
                    + (slide.dilation() == 1 ? "" : " dil" + slide.dilation());
        }
        if (read instanceof Transposed transposed) {
            return "k" + transposed.kernel()
                    + (transposed.stride() == 1 ? "" : " s1/" + transposed.stride())
                    + (transposed.dilation() == 1 ? "" : " dil" + transposed.dilation());
        }
        if (read instanceof Resample resample) {
            return switch (resample.interpolation()) {
                case LINEAR -> "linear";
                case CUBIC -> "cubic";
                case FLOOR, CEIL, ROUND_PREFER_FLOOR, ROUND_PREFER_CEIL -> "nearest";
            };
        }
        return "";
    }
}
