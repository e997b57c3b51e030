package dev.rfsweep.internal.output;

import java.math.BigInteger;

/** How a format protects its own punctuation inside texts. */
enum Quoting {
    /** Not at all. */
    NONE {
        @Override
        String quote(String text) {
            return text;
        }
    },
    /** RFC 4180: quotes only where a text needs them, quotes inside doubled. */
    CSV {
        @Override
        String quote(String text) {
            boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    },
    /** RFC 8259. */
    JSON {
        @Override
        String quote(String text) {
            StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int brief = "\b\t\n\f\r".indexOf(c);
                if (brief >= 0) {
                    quoted.append('\\').append("btnfr".charAt(brief));
                } else if (c < ' ') {
                    quoted.append(String.format("\\u%04X", (int) c));
                } else {
                    quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
                }
            }
            return quoted.append('"').toString();
        }
    };

    /** The quotes on either side of a text that has nothing to escape. */
    byte[] around() {
        return this == JSON ? new byte[] {'"'} : new byte[0];
    }

    /** The text as it stands in the format. */
    abstract String quote(String text);

    /** The greatest id that stands as a number. */
    long greatestNumber() {
        return this == JSON ? JsonLines.GREATEST_NUMBER : Long.MAX_VALUE;
    }

    /** The id as it stands in the format. */
    String quote(BigInteger id) {
        return this != JSON || JsonLines.isNumber(id) ? id.toString() : quote(id.toString());
    }
}
