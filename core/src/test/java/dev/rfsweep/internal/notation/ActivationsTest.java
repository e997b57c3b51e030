package dev.rfsweep.internal.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks whose activations others have counted. */
class ActivationsTest {

    /** torchvision's ResNet-50 as pycls counts: params of torch, activations of all convolutions, pools and dense layers. */
    @Test
    void resNet50HasThoseOfTorchvision() {
        Space space = SpecParser.text("resnet50", """
                input: {size: 224, channels: 3}
                stages: [cn_k7_s2_c64, mp_k3_s2, bt_r3_c256, bt_r4_s2_c512, bt_r6_s2_c1024, bt_r3_s2_c2048, gp, fc_c1000]
                """, false).space();
        List<Row> rows = Sweep.over(space)
                .columns(Conditions.columns("params,macs,acts", space.schema()))
                .into(Collect.rows());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).values())
                .extracting(Figure::longValue)
                .containsExactly(25_557_032L, 4_089_184_256L, 11_315_688L);
    }
}
