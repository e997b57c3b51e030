package dev.rfsweep.internal.onnx.operators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every operator that is known, and how its nodes are translated. Operators of other domains carry theirs in front. */
public final class Operators {

    private static final Map<String, NodeTranslator> TABLE = new HashMap<>();

    static {
        all(
                Elementwise::unary,
                "Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Clip Cos Cosh DequantizeLinear"
                        + " Elu Erf Exp Floor Gelu HardSigmoid HardSwish Identity ImageScaler IsInf IsNaN LRN LeakyRelu Log Mish Neg"
                        + " Not QuantizeLinear Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign"
                        + " Sqrt Swish Tan Tanh ThresholdedRelu Trilu com.microsoft.BiasGelu com.microsoft.FastGelu"
                        + " com.microsoft.Gelu com.microsoft.QLinearLeakyRelu com.microsoft.QLinearSigmoid"
                        + " com.microsoft.QuickGelu onnx.brevitas.BipolarQuant onnx.brevitas.Quant onnx.brevitas.Trunc"
                        + " qonnx.custom_op.general.BipolarQuant qonnx.custom_op.general.IntQuant"
                        + " qonnx.custom_op.general.Quant qonnx.custom_op.general.Trunc");
        all(Elementwise::first, "Cast CastLike");
        all(
                Elementwise::broadcast,
                "Add And BitShift BitwiseAnd BitwiseOr BitwiseXor Div Equal Greater GreaterOrEqual Less LessOrEqual Max"
                        + " Mean Min Mod Mul Or PRelu Pow Sub Sum Where Xor");
        all(Elementwise::dropout, "Dropout");
        all(Windows.conv(1), "Conv ConvInteger com.microsoft.FusedConv");
        all(Windows.conv(3), "QLinearConv");
        all(TransposedWindows::convTranspose, "ConvTranspose");
        all(TransposedWindows::col2im, "Col2Im");
        all(Windows::pool, "MaxPool AveragePool LpPool");
        all(Windows::globalPool, "GlobalAveragePool GlobalMaxPool GlobalLpPool com.microsoft.QLinearGlobalAveragePool");
        all(Resizing::resize, "Resize");
        all(Resizing::upsample, "Upsample");
        all(Rearranging::reshape, "Reshape");
        all(Rearranging::flatten, "Flatten");
        all(Rearranging::squeeze, "Squeeze");
        all(Rearranging::unsqueeze, "Unsqueeze");
        all(Rearranging::transpose, "Transpose");
        all(Rearranging::depthToSpace, "DepthToSpace");
        all(Rearranging::spaceToDepth, "SpaceToDepth");
        all(Slicing::slice, "Slice");
        all(Slicing::split, "Split");
        all(Slicing::concat, "Concat");
        all(Gathering::gather, "Gather");
        all(Slicing::expand, "Expand");
        all(Slicing::tile, "Tile");
        all(BorderPadding::pad, "Pad");
        all(BorderPadding::center, "CenterCropPad");
        all(
                Reducing::reduce,
                "ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum"
                        + " ReduceSumSquare");
        all(Reducing::arg, "ArgMax ArgMin");
        all(Reducing::topK, "TopK");
        all(Reducing::softmax, "Softmax LogSoftmax Hardmax");
        all(Sequences::runningSum, "CumSum");
        all(Sequences::recurrent, "GRU LSTM RNN");
        all(Sequences::attention, "Attention");
        all(GridSampling::gridSample, "GridSample");
        all(Gathering::gatherElements, "GatherElements");
        all(Reducing::quantize, "DynamicQuantizeLinear");
        all(Reducing::batch, "BatchNormalization");
        all(Reducing::instance, "InstanceNormalization GroupNormalization");
        all(Reducing::layer, "LayerNormalization RMSNormalization SimplifiedLayerNormalization");
        all(Reducing::meanVariance, "MeanVarianceNormalization");
        all(Reducing::lp, "LpNormalization");
        all(Contraction.matMul(1), "MatMul MatMulInteger");
        all(Contraction.matMul(3), "QLinearMatMul");
        all(Contraction::gemm, "Gemm");
        all(Contraction::einsum, "Einsum");
    }

    private Operators() {}

    private static void all(NodeTranslator operator, String names) {
        for (String name : names.split(" ", -1)) {
            TABLE.put(name, operator);
        }
    }

    /** The operator of that name with its domain, or null. */
    public static NodeTranslator find(String qualifiedType) {
        return TABLE.get(qualifiedType);
    }

    /** All names, sorted. */
    static List<String> names() {
        return TABLE.keySet().stream().sorted().toList();
    }
}
