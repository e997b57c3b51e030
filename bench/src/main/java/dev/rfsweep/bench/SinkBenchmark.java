package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.notation.arch.ArchText;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Csv;
import dev.rfsweep.internal.output.JsonLines;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.TextRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many rows does one thread turn into text in a second?
 *
 * <p>Every variant of the grid with its id, rf, stride and out, through the stream that the command line writes from;
 * the consumer only counts bytes. Read the columns {@code rows} and {@code bytes}: both are per second. {@code csvArch} adds
 * the text of the variant, joined from prefix and suffix.
 *
 * <pre>{@code
 * mvn -q package -pl bench -am && java -jar bench/target/benchmarks.jar SinkBenchmark -prof gc
 * }</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class SinkBenchmark {

    private static final List<String> COLUMNS = List.of("rf", "stride", "out");

    private Sweep sweep;
    private TextRows csv;
    private TextRows jsonl;
    private TextRows csvArch;

    /** Compiles the question, and refuses to time wrong answers. */
    @Setup
    public void compile() throws IOException {
        Fixture fixture = Fixture.named("grid");
        List<OutputColumn> fields = new ArrayList<>(List.of(new OutputColumn.Id("id")));
        for (int column = 0; column < COLUMNS.size(); column++) {
            fields.add(new OutputColumn.Value(COLUMNS.get(column), column));
        }
        csv = Csv.rows(fields);
        jsonl = JsonLines.rows(fields);
        ArchText arch = new ArchText(fixture.space());
        csvArch = Csv.rows(with(fields, new OutputColumn.Variant("arch", arch)));
        sweep = fixture.sweep().columns(fixture.columns(COLUMNS.toArray(String[]::new)));
        Gate.agreesWithOracle(fixture, fixture.columns(COLUMNS.toArray(String[]::new)));
        for (TextRows format : List.of(csv, jsonl, csvArch)) {
            long[] lines = new long[1];
            sweep.stream(format, 0, Long.MAX_VALUE, chunk -> lines[0] += lines(chunk));
            Gate.equal("lines", lines[0], fixture.variants());
        }
    }

    private static List<OutputColumn> with(List<OutputColumn> fields, OutputColumn last) {
        List<OutputColumn> all = new ArrayList<>(fields);
        all.add(last);
        return all;
    }

    private static long lines(Bytes chunk) {
        long lines = 0;
        for (int at = 0; at < chunk.length(); at++) {
            lines += chunk.at(at) == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Benchmark
    public void csv(OutputCounters written) throws IOException {
        stream(csv, written);
    }

    @Benchmark
    public void jsonl(OutputCounters written) throws IOException {
        stream(jsonl, written);
    }

    @Benchmark
    public void csvArch(OutputCounters written) throws IOException {
        stream(csvArch, written);
    }

    private void stream(TextRows format, OutputCounters written) throws IOException {
        written.rows += sweep.stream(format, 0, Long.MAX_VALUE, chunk -> written.bytes += chunk.length())
                .rows();
    }
}
