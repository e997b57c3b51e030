package dev.rfsweep.cli;

import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enum in lower case, the way users write them. */
abstract class LowerCase<E extends Enum<E>> implements ITypeConverter<E> {

    private final E[] values;

    LowerCase(Class<E> type) {
        this.values = type.getEnumConstants();
    }

    @Override
    public E convert(String text) {
        StringJoiner names = new StringJoiner(", ");
        for (E value : values) {
            String name = value.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return value;
            }
            names.add(name);
        }
        throw new TypeConversionException("found '" + text + "', expected one of " + names);
    }
}
