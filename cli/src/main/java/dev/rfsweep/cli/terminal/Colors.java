package dev.rfsweep.cli.terminal;

import java.util.Map;

/** Whether help, headers and errors are coloured: asked for, or on a terminal that can, unless NO_COLOR is set. */
public final class Colors {

    /** Values of {@code --color}. */
    public enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    private Colors() {}

    /** Looks through the arguments before they are parsed, because parsing may fail and the message about it is coloured, too. */
    public static boolean wanted(String[] args, boolean terminal) {
        return wanted(args, terminal, System.getenv());
    }

    public static boolean wanted(String[] args, boolean terminal, Map<String, String> environment) {
        String when = "auto";
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--color=")) {
                when = args[i].substring("--color=".length());
            } else if (args[i].equals("--color") && i + 1 < args.length) {
                when = args[i + 1];
            }
        }
        String noColor = environment.get("NO_COLOR");
        boolean auto = terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(environment.get("TERM"));
        return when.equals("always") || (auto && !when.equals("never"));
    }
}
