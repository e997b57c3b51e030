package dev.rfsweep.internal.oracle;

import java.math.BigInteger;
import java.util.List;

/**
 * A tensor on the way from the input to the output.
 *
 * @param sizes size of each axis; {@link Border#UNKNOWN} when those of the input are, none for a vector
 * @param hops the way back from it to where its branch began, or to the input on the trunk
 * @param whole whether some layer on that way reads all of its input
 * @param depth convolution and pooling layers on that way
 */
record Trace(List<Long> sizes, BigInteger channels, List<Hop> hops, boolean whole, int depth) {}
