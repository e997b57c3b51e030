package dev.rfsweep.internal.output;

import java.math.BigInteger;

/** A cell that is worked out from the id. Called from many threads at once. */
public interface RowText {

    /** Appends the plain text of the cell; quoting is the format's business. */
    void append(BigInteger id, Bytes out);
}
