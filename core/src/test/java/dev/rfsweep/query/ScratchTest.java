package dev.rfsweep.query;

import dev.rfsweep.engine.*;
import dev.rfsweep.model.*;
import dev.rfsweep.space.Space;
import dev.rfsweep.spec.*;
import java.math.BigInteger;
import java.util.*;
import org.junit.jupiter.api.Test;

@SuppressWarnings("all")
class ScratchTest {
    static final class Sum implements Sink<long[], long[]> {
        public long[] newShard() {
            return new long[3];
        }

        public void accept(long[] s, Batch b) {
            long x = 0, y = 0;
            int n = b.count();
            for (int i = 0; i < n; i++) {
                x += b.offset(i);
                y += b.get(0, i);
            }
            s[0] += n;
            s[1] += x;
            s[2] += y;
        }

        public long[] merge(long[] a, long[] b) {
            for (int i = 0; i < 3; i++) a[i] += b[i];
            return a;
        }

        public long[] finish(long[] s) {
            return s;
        }
    }

    @Test
    @SuppressWarnings("SystemOut")
    void go() throws Exception {
        String[][] qs = {
            {"14*cn_k3,5,7_s1,2_dil1,2", "rf=81..99", "stride=8"},
            {"14*cn_k3,5,7_s1,2_dil1,2", "rf=71..81", "stride=4"},
            {"14*cn_k3,5,7_s1,2_dil1,2", "rf=90000..95000", "stride=8192"},
            {"20*cn_k1,3,5,7_s1,2_dil1,2,4", "rf=200..240", "stride=16"}
        };
        for (String[] q : qs) {
            Space space = SpecParser.line(q[0]).space();
            List<Condition> cs = new ArrayList<>();
            for (int i = 1; i < q.length; i++) cs.addAll(Conditions.parse("t", q[i], space.schema()));
            Column rf = space.schema().column("rf").orElseThrow();
            BigInteger n = Query.over(space, cs).count();
            System.out.println(Arrays.toString(q) + " " + space.variants() + " matches " + n + " sel "
                    + n.doubleValue() / space.variants().doubleValue());
            for (int rep = 0; rep < 80; rep++) {
                long t0 = System.nanoTime();
                Question qu = Question.of(space, cs, List.of(rf));
                long t1 = System.nanoTime();
                MatchTrellis m = MatchTrellis.of(qu, 1L << 20).orElse(null);
                long t2 = System.nanoTime();
                if (m == null) {
                    System.out.println("too many");
                    break;
                }
                long[] first = {0};
                Query.over(space, cs).sweeping(Sweep.over(space).where(cs).threads(1)).stream(
                        List.of(rf),
                        new RowEncoder<long[]>() {
                            public long[] newChunk() {
                                return new long[1];
                            }

                            public void encode(Batch b, int f, int t, long[] c) {
                                c[0] += b.offset(f);
                            }

                            public void clear(long[] c) {}
                        },
                        BigInteger.ZERO,
                        1,
                        c -> first[0] = c[0]);
                long t3 = System.nanoTime();
                if (rep % 13 == 0)
                    System.out.printf(
                            "compile %.2f ms match %.2f ms nodes %d edges %d trellis nodes %d edges %d; first row all in %.2f ms%n",
                            (t1 - t0) / 1e6,
                            (t2 - t1) / 1e6,
                            m.nodes(),
                            m.edges(),
                            qu.trellis().nodes(),
                            qu.trellis().firstEdge(qu.trellis().nodes()),
                            (t3 - t2) / 1e6);
                if (rep >= 78) {
                    Walk e = Sweep.over(space).where(cs).threads(1).along(qu, m.paths());
                    BigInteger to = m.matches().min(BigInteger.valueOf(300_000_000L));
                    for (int r = 0; r < 2; r++) {
                        long a = System.nanoTime();
                        long[] s = e.into(new Sum(), BigInteger.ZERO, to);
                        long b = System.nanoTime();
                        System.out.printf(
                                "rows %d in %.1f ms: %.1f M/s sum %d%n",
                                s[0], (b - a) / 1e6, s[0] * 1e3 / (b - a), s[2]);
                    }
                }
            }
        }
    }
}
