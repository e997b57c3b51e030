package dev.rfsweep.cli;

import java.math.BigInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How options read integers: decimal, in ASCII digits alone, and with an error that says what is expected. */
final class Integers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+");

    private Integers() {}

    static void register(CommandLine line) {
        ITypeConverter<Integer> ints = text -> read(text, Integer::valueOf);
        ITypeConverter<Long> longs = text -> read(text, Long::valueOf);
        line.registerConverter(int.class, ints);
        line.registerConverter(Integer.class, ints);
        line.registerConverter(long.class, longs);
        line.registerConverter(Long.class, longs);
        line.registerConverter(BigInteger.class, text -> read(text, BigInteger::new));
    }

    private static <T> T read(String text, Function<String, T> reader) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new TypeConversionException("found '" + text + "', expected an integer");
        }
        try {
            return reader.apply(text);
        } catch (NumberFormatException tooLong) {
            throw new TypeConversionException("found '" + text + "', expected a smaller integer");
        }
    }
}
