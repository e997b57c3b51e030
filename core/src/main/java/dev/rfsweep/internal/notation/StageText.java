package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.notation.source.Written;
import dev.rfsweep.internal.space.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads stages written as text: {@code 1..3*cn_k3 | mp_k2_s2 | id}. */
final class StageText {

    private final int rank;
    private final Written written;

    StageText(int rank, Written written) {
        this.rank = rank;
        this.written = written;
    }

    /** Stages separated by white space or semicolons; white space beside a bar belongs to the stage. */
    List<Node> stages(Span line) {
        String text = line.text();
        List<Node> stages = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at <= text.length(); ) {
            int behind = behindSeparator(text, at);
            if (at == text.length() || (behind > at && !besideBar(text, at, behind))) {
                if (!text.substring(begin, at).isBlank()) {
                    stages.add(stage(line.sub(begin, at)));
                }
                begin = behind;
            }
            at = Math.max(behind, at + 1);
        }
        return stages;
    }

    Node stage(Span span) {
        List<Node> options = new ArrayList<>();
        List<Span> pieces = span.split('|');
        for (Span piece : pieces) {
            Span copy = piece.strip();
            if (copy.isEmpty() && pieces.size() > 1) {
                throw copy.fail("expected a block on either side of a bar; 'id' stands for nothing");
            }
            options.add(copy(copy));
        }
        if (options.size() == 1) {
            return options.get(0);
        }
        Node alternative = new Node.Alternative(options);
        written.add(alternative, span.strip(), Map.of());
        return alternative;
    }

    private Node copy(Span copy) {
        String text = copy.text();
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw copy.fail("expected one block without spaces; every stage is an item of its own");
        }
        int star = text.indexOf('*');
        if (star < 0) {
            return BlockText.parse(copy, rank, written);
        }
        List<Integer> counts = ChoiceText.counts(copy.sub(0, star));
        Node repeat = new Node.Repeat(counts, true, BlockText.parse(copy.sub(star + 1), rank, written));
        written.add(repeat, copy, Map.of());
        return repeat;
    }

    /** The end of the semicolon or of the white space that starts at {@code at}; {@code at} where neither does. */
    private static int behindSeparator(String text, int at) {
        if (text.startsWith(";", at)) {
            return at + 1;
        }
        int behind = at;
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        return behind;
    }

    private static boolean besideBar(String text, int at, int behind) {
        return text.charAt(at) != ';' && (text.startsWith("|", at - 1) || text.startsWith("|", behind));
    }
}
