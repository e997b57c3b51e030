/**
 * The oracle: what one concrete network really is, worked out slowly and obviously.
 *
 * <p>{@link dev.rfsweep.internal.oracle.Oracle#of} is the door. A forward pass settles every size, and with it the padding
 * of every window, and counts weights; then two neighbouring output units are followed from the output <em>back</em> to
 * the input, one interval at a time. The engine goes the other way, folding fields from the input on; two derivations
 * rarely share a mistake, so this room shares no rule with it: not the monoid, not even the rule of padding. Of operators, windows and
 * paddings it calls nothing but record accessors and {@code accept}.
 *
 * <p>Exact ({@link java.math.BigInteger}), one network at a time, no care for speed. May import {@code model}, {@code net}.
 */
package dev.rfsweep.internal.oracle;
