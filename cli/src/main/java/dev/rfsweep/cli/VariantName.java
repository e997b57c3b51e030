package dev.rfsweep.cli;

import dev.rfsweep.internal.notation.ArchSearch;
import dev.rfsweep.internal.notation.source.SpecException;
import dev.rfsweep.internal.space.Space;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** What the user calls a variant: its id, or its text. */
final class VariantName {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private VariantName() {}

    /**
     * The id of the variant that {@code name} stands for.
     *
     * @throws BadInputException when there is none
     */
    static BigInteger id(String name, Space space) {
        if (NUMBER.matcher(name).matches()) {
            BigInteger id = new BigInteger(name);
            if (id.signum() < 0 || id.compareTo(space.variants()) >= 0) {
                throw wrong(name, space, "");
            }
            return id;
        }
        try {
            return ArchSearch.find(space, "ARCH", name)
                    .orElseThrow(
                            () -> wrong(name, space, ", or the arch of a variant in quotes; no variant is this one"));
        } catch (SpecException noArch) {
            throw wrong(name, space, ", or the arch of a variant in quotes; " + noArch.getMessage());
        }
    }

    private static BadInputException wrong(String name, Space space, String rest) {
        BigInteger last = space.variants().subtract(BigInteger.ONE);
        return new BadInputException("ID: found '" + name + "', expected 0.." + last + rest);
    }
}
