package dev.rfsweep;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.ArchSearch;
import dev.rfsweep.internal.notation.GivenInput;
import dev.rfsweep.internal.notation.Spec;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Column;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;

/**
 * Every network that a grammar describes, numbered from 0. Ask with {@link #where}, or pick one by its {@linkplain
 * #architecture(BigInteger) id}. Immutable and safe to share between threads; nothing must be closed.
 */
public final class SearchSpace {

    private static final String TEXT = "<space>";

    private final Spec spec;

    private SearchSpace(Spec spec) {
        this.spec = spec;
    }

    /**
     * A space in one line, such as {@code 6*cn_k3,5,7_s1,2}, over an input of two axes of unknown size.
     *
     * @throws RfsweepException when it does not describe a space
     */
    public static SearchSpace of(String line) {
        return new SearchSpace(SpecParser.line(line));
    }

    /** The same over an input of a known size: {@code 224}, or axis by axis {@code 224x160}. */
    public static SearchSpace of(String line, String size) {
        return new SearchSpace(SpecParser.line(line, given(size)));
    }

    /**
     * Reads a file: JSON when its name ends in {@code .json}, otherwise YAML. Its defaults of the query hold in every
     * question.
     *
     * @throws RfsweepException when it does not describe a space
     * @throws IOException when it cannot be read
     */
    public static SearchSpace read(Path file) throws IOException {
        return new SearchSpace(SpecParser.file(file));
    }

    /** The same with another size of the input than the file has. */
    public static SearchSpace read(Path file, String size) throws IOException {
        return new SearchSpace(SpecParser.file(file, given(size)));
    }

    /**
     * Reads the text of a file, YAML or JSON.
     *
     * @throws RfsweepException when it does not describe a space
     */
    public static SearchSpace parse(String text) {
        return new SearchSpace(SpecParser.text(TEXT, text, false));
    }

    private static GivenInput given(String size) {
        return GivenInput.NONE.size("size", size);
    }

    /** Number of variants, those included that are invalid because some layer has no output. */
    public BigInteger variants() {
        return space().variants();
    }

    /** Names of the columns that rows can have, in order. */
    public List<String> columns() {
        Schema schema = space().schema();
        return schema.columns().stream()
                .map(column -> column.label(schema.rank()))
                .toList();
    }

    /**
     * The variants that meet all of {@code conditions}, such as {@code rf=100..200} or {@code stride=8,16 and params<=5M},
     * besides those of the file. Without any: all valid ones. Nothing is worked out yet.
     *
     * @throws RfsweepException when a condition is malformed, or the space has no such metric
     */
    public Query where(String... conditions) {
        return Query.over(this, spec.where()).where(conditions);
    }

    /**
     * The variant with that id, with all its metrics; whatever the conditions of the file are.
     *
     * @throws RfsweepException when there is none, or when it is invalid
     */
    public Architecture architecture(BigInteger id) {
        if (id.signum() < 0 || id.compareTo(variants()) >= 0) {
            throw new RfsweepException("id: found " + id + ", expected at least 0 and less than " + variants()
                    + ", the number of variants");
        }
        List<Column> columns = space().schema().columns();
        Sweep one = Sweep.over(space()).ids(id, id.add(BigInteger.ONE)).threads(1);
        List<Row> row = Answers.over(space(), List.of()).sweeping(one).page(columns, BigInteger.ZERO, 1);
        if (row.isEmpty()) {
            throw new RfsweepException(
                    "variant " + id + " is invalid: the output of some layer would be smaller than 1");
        }
        return Architecture.of(this, columns, row.get(0));
    }

    /** The same by a smaller id. */
    public Architecture architecture(long id) {
        return architecture(BigInteger.valueOf(id));
    }

    /**
     * The variant that {@code arch} describes, such as {@code cn_k3_s2 2*cn_k5}: what {@link Architecture#arch} writes, or
     * another text of the same network.
     *
     * @throws RfsweepException when the text is malformed, there is no such variant, or it is invalid
     */
    public Architecture architecture(String arch) {
        return architecture(ArchSearch.find(space(), "arch", arch)
                .orElseThrow(
                        () -> new RfsweepException("arch: found '" + arch + "', which no variant of the space is")));
    }

    /** What the notation was read into. */
    Space space() {
        return spec.space();
    }
}
