package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.RfsweepException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** What the user calls a variant: its id, or its text. */
public final class VariantName {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private VariantName() {}

    /**
     * The id of the variant that {@code name} stands for.
     *
     * @param source what errors call {@code name} where it is a number
     * @throws RfsweepException when there is none
     */
    public static BigInteger id(String source, String name, Space space) {
        if (NUMBER.matcher(name).matches()) {
            BigInteger id = new BigInteger(name);
            if (id.signum() < 0 || id.compareTo(space.variants()) >= 0) {
                throw wrong(source, name, space, "");
            }
            return id;
        }
        try {
            return ArchSearch.find(space, "ARCH", name)
                    .orElseThrow(() ->
                            wrong(source, name, space, ", or the arch of a variant in quotes; no variant is this one"));
        } catch (SpecException noArch) {
            throw wrong(source, name, space, ", or the arch of a variant in quotes; " + noArch.getMessage());
        }
    }

    private static RfsweepException wrong(String source, String name, Space space, String rest) {
        BigInteger last = space.variants().subtract(BigInteger.ONE);
        return new RfsweepException(source + ": found '" + name + "', expected 0.." + last + rest);
    }
}
