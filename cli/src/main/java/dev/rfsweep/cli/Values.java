package dev.rfsweep.cli;

import dev.rfsweep.cli.options.TextForm;
import dev.rfsweep.cli.terminal.Colors;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.onnx.Layout;
import dev.rfsweep.internal.output.Format;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read, with errors that say what is expected. */
final class Values {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+");

    private Values() {}

    static void register(CommandLine line) {
        ITypeConverter<Integer> ints = text -> integer(text, Integer::valueOf);
        ITypeConverter<Long> longs = text -> integer(text, Long::valueOf);
        line.registerConverter(int.class, ints);
        line.registerConverter(Integer.class, ints);
        line.registerConverter(long.class, longs);
        line.registerConverter(Long.class, longs);
        line.registerConverter(BigInteger.class, text -> integer(text, BigInteger::new));
        line.registerConverter(Format.class, Values::format);
        words(line, AnalyzeCommand.Form.class);
        words(line, Colors.When.class);
        words(line, Gates.class);
        words(line, Layout.class);
        words(line, ShowCommand.Emit.class);
        words(line, TextForm.class);
    }

    /** Integers are decimal, in ASCII digits alone. */
    private static <T> T integer(String text, Function<String, T> reader) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new TypeConversionException("found '" + text + "', expected an integer");
        }
        try {
            return reader.apply(text);
        } catch (NumberFormatException tooLong) {
            throw new TypeConversionException("found '" + text + "', expected a smaller integer");
        }
    }

    private static Format format(String text) {
        return Format.named(text)
                .orElseThrow(() -> new TypeConversionException("found '" + text + "', expected " + Format.NAMES));
    }

    /** Constants of {@code type} are written in lower case. */
    private static <E extends Enum<E>> void words(CommandLine line, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        line.registerConverter(type, text -> {
            int index = words.indexOf(text);
            if (index < 0) {
                throw new TypeConversionException("found '" + text + "', expected one of " + String.join(", ", words));
            }
            return type.getEnumConstants()[index];
        });
    }
}
