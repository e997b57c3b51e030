package dev.rfsweep.internal.space;

import static dev.rfsweep.internal.space.Grammars.alternative;
import static dev.rfsweep.internal.space.Grammars.conv;
import static dev.rfsweep.internal.space.Grammars.repeat;
import static dev.rfsweep.internal.space.Grammars.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.net.MapShape;
import dev.rfsweep.internal.net.Network;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns, rules and networks of spaces that are put together by hand. */
class SpaceTest {

    private static Node block(String text) {
        return Written.block(text);
    }

    private static Space space(List<Integer> size, Node... stages) {
        return new Space(new Input(2, size, 8), List.of(stages));
    }

    private static String columns(Space space) {
        return space.schema().columns().stream()
                .map(column -> column.label(space.input().rank()))
                .collect(Collectors.joining(" "));
    }

    /** A size of 0 stands for none. */
    @ParameterizedTest
    @CsvSource({
        "cn_k3, 0, 0, rf stride pad erf depth lookahead",
        "cn_k3, 32, 32, rf stride pad out erf depth lookahead",
        "cn_k3_c4, 0, 0, rf stride pad erf params depth lookahead",
        "cn_k3_c4, 32, 32, rf stride pad out erf params macs depth lookahead acts",
        "cn_k3_padsame_upper, 0, 0, rf stride erf depth",
        "cn_k3_padsame_upper, 32, 32, rf stride pad out erf depth lookahead",
        "cn_k3x1, 0, 0, rf_h rf_w stride_h stride_w pad_h pad_w erf_h erf_w depth lookahead_h lookahead_w",
        "mp_k2_pad0x1, 0, 0, rf_h rf_w stride_h stride_w pad_h pad_w erf_h erf_w depth lookahead_h lookahead_w",
        "gp, 8, 9, rf_h rf_w stride_h stride_w pad_h pad_w out_h out_w erf_h erf_w depth lookahead_h lookahead_w",
    })
    void columnsAreWhatCanBeKnown(String block, int height, int width, String columns) {
        List<Integer> size = height == 0 ? List.of() : List.of(height, width);
        assertThat(columns(space(size, block(block)))).isEqualTo(columns);
    }

    /** One block anywhere is enough, however deep. */
    @Test
    void columnsDependOnEveryPartOfTheGrammar() {
        Node deep = repeat(true, List.of(1, 2), sequence(alternative(conv(3), block("cn_k3x1_c4"))));
        assertThat(columns(space(List.of(), conv(5), deep)))
                .isEqualTo("rf_h rf_w stride_h stride_w pad_h pad_w erf_h erf_w params depth lookahead_h lookahead_w");
    }

    private static SpaceException refusal(List<Integer> size, Node... stages) {
        return catchThrowableOfType(SpaceException.class, () -> space(size, stages));
    }

    @Test
    void onlyDenseLayersFollowAPooledMap() {
        Node late = conv(3);
        for (Node end : List.of(block("gp"), sequence(block("gp"), block("fc_c10")))) {
            SpaceException refusal = refusal(List.of(8, 8), end, late);
            assertThat(refusal).hasMessage("only fc may follow gp or fc, because there is no map left");
            assertThat(refusal.node()).containsSame(late);
        }
        assertThat(space(List.of(8, 8), block("gp"), block("fc_c10"), block("fc_c5"))
                        .variants())
                .isOne();
    }

    /** A space is refused when one of its ways breaks a rule. */
    @Test
    void everyWayThroughAlternativesIsChecked() {
        Node late = conv(3);
        Node maybe = alternative(block("gp"), sequence());
        assertThat(refusal(List.of(), maybe, late).node()).containsSame(late);
        assertThat(refusal(List.of(), late, maybe)).isNull();
    }

    @Test
    void aDenseLayerOverAMapNeedsItsSize() {
        assertThat(refusal(List.of(), conv(3), block("fc_c10")))
                .hasMessageStartingWith("fc over a map needs the size of the input");
        assertThat(refusal(List.of(), conv(3), block("gp"), block("fc_c10"))).isNull();
        assertThat(refusal(List.of(8, 8), conv(3), block("fc_c10"))).isNull();
    }

    /** Channels are followed from choice to choice: 6 of them do not fall into 4 groups, unless a layer between changes them. */
    @Test
    void channelsAreCheckedInEveryCombination() {
        Node either = alternative(block("cn_k1_c4"), block("cn_k1_c6"));
        Node grouped = block("cn_k3_c8_g4");
        SpaceException refusal = refusal(List.of(), either, grouped);
        assertThat(refusal).hasMessage("g4 does not divide 6 input and 8 output channels");
        assertThat(refusal.node()).containsSame(grouped);
        assertThat(refusal.key()).contains(Key.G);
        assertThat(refusal(List.of(), either, block("cn_k1_c12"), grouped)).isNull();
        assertThat(refusal(List.of(), block("cn_k1_c4"), repeat(true, List.of(1, 3), grouped)))
                .isNull();
    }

    @Test
    void aVariantIsANetworkOfItsBlocks() {
        Space space = space(List.of(32, 32), alternative(block("cn_k3_c4"), block("dw_k5_s2")), block("mp_k2_s2"));
        assertThat(space.variants()).isEqualTo(2);
        Network network = space.network(space.automaton().unrank(BigInteger.ONE));
        MapShape at = network.input();
        assertThat(at).isEqualTo(MapShape.of(8, 2, List.of(32, 32)));
        for (Fragment fragment : network.trunk()) {
            at = fragment.shape(at);
        }
        assertThat(network.trunk()).hasSize(2);
        assertThat(at).isEqualTo(MapShape.of(8, 2, List.of(8, 8)));
    }

    /** A space that names no channels anywhere is one without channels, whatever its input has. */
    @Test
    void channelsAreLeftOutWhereNoBlockHasAny() {
        assertThat(space(List.of(), conv(3)).inputChannels()).isZero();
        assertThat(space(List.of(), conv(3), block("cn_k3_c4")).inputChannels()).isEqualTo(8);
        assertThat(space(List.of(), conv(3)).inputShape()).isEqualTo(MapShape.of(0, 2, List.of()));
    }
}
