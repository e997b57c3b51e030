package dev.rfsweep.cli;

import dev.rfsweep.internal.output.Csv;
import dev.rfsweep.internal.output.JsonArray;
import dev.rfsweep.internal.output.JsonLines;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.output.TextRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms in which rows can be had. */
enum Format {
    CSV("csv"),
    JSON("json"),
    JSONL("jsonl", "ndjson"),
    TABLE("table", "txt");

    static final String NAMES = "csv, json, jsonl or table";

    /** Never changed after construction; the JDK has no type that says so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    Format(String... names) {
        this.names = List.of(names);
    }

    /** The format called {@code name}, or whose files end in it. */
    static Optional<Format> named(String name) {
        for (Format format : values()) {
            if (format.names.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    TextRows rows(List<OutputColumn> fields) {
        return switch (this) {
            case CSV -> Csv.rows(fields);
            case JSON -> JsonArray.rows(fields);
            case JSONL -> JsonLines.rows(fields);
            case TABLE -> Table.rows(fields);
        };
    }

    /** Reads the option. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String name) {
            return named(name)
                    .orElseThrow(() -> new TypeConversionException("found '" + name + "', expected " + NAMES));
        }
    }
}
