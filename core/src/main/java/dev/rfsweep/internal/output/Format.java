package dev.rfsweep.internal.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which rows can be had. */
public enum Format {
    CSV("csv"),
    JSON("json"),
    JSONL("jsonl", "ndjson"),
    TABLE("table", "txt");

    public static final String NAMES = "csv, json, jsonl or table";

    /** Never changed after construction; the JDK has no type that says so. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    Format(String... names) {
        this.names = List.of(names);
    }

    /** The format called {@code name}, or whose files end in it. */
    public static Optional<Format> named(String name) {
        for (Format format : values()) {
            if (format.names.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public TextRows rows(List<OutputColumn> fields) {
        return switch (this) {
            case CSV -> Csv.rows(fields);
            case JSON -> JsonArray.rows(fields);
            case JSONL -> JsonLines.rows(fields);
            case TABLE -> Table.rows(fields);
        };
    }
}
