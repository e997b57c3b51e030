package dev.rfsweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A space, a query and their results, each used by many threads at once: all of them get what one thread gets. */
class SharingTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 4;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneQueryForAllThreads(boolean exhaustive) throws Exception {
        Query fresh = query().exhaustive(exhaustive);
        assertThat(together(() -> answers(fresh))).containsOnly(answers(query()));
    }

    private static Query query() {
        return SearchSpace.of("3*cn_k3,5,7_s1,2_c8,16", "64").where("rf=15..40").threads(2);
    }

    private static List<Object> answers(Query query) {
        List<Architecture> best = query.least("params", 3);
        return List.of(
                query.count(),
                query.histogram("rf"),
                best.toString(),
                query.nearest("rf", 30, 3).toString(),
                query.sample(3, 1).toString(),
                query.pareto("rf:max", "params").toString(),
                query.choices(),
                query.bounds(),
                query.stream("rf").limit(300).map(Architecture::toString).toList());
    }

    @Test
    void oneSpaceForAllThreads() throws Exception {
        SearchSpace space = SearchSpace.of("4*cn_k3,5,7_s1,2_c8,16", "64");
        Callable<Object> use = () -> List.of(
                space.where("stride=4").count(),
                space.architecture(4711).toString(),
                space.architecture(space.architecture(4711).arch()).id());
        assertThat(together(use)).containsOnly(use.call());
    }

    @Test
    void oneArchitectureForAllThreads() throws Exception {
        Architecture architecture =
                SearchSpace.of("2*cn_k3,5_c8,16 gp fc_c10", "32").architecture(5);
        Callable<Object> use = () -> List.of(
                architecture.arch(),
                architecture.get("rf"),
                architecture.pytorch(),
                architecture.keras(),
                told(architecture.analysis()));
        assertThat(together(use)).containsOnly(use.call());
    }

    @Test
    void oneAnalysisForAllThreads() throws Exception {
        NetworkAnalysis network = analysis();
        assertThat(together(() -> told(network))).containsOnly(told(analysis()));
    }

    private static NetworkAnalysis analysis() throws IOException {
        return NetworkAnalysis.read(Path.of("src/test/resources/cases/onnx_spec/residual-02.onnx"));
    }

    private static Object told(NetworkAnalysis network) {
        return List.of(network.layers(), network.output(), network.svg());
    }

    /** What all threads get, which start each round at once. */
    private static List<Object> together(Callable<?> use) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Object>>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    List<Object> got = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        start.await();
                        got.add(use.call());
                    }
                    return got;
                }));
            }
            List<Object> all = new ArrayList<>();
            for (Future<List<Object>> one : running) {
                all.addAll(one.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
