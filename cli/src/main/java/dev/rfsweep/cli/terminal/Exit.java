package dev.rfsweep.cli.terminal;

/** Exit codes. */
public final class Exit {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int BAD_INPUT = 2;
    public static final int EMPTY = 3;
    public static final int STOPPED = 4;
    public static final int NOT_WRITTEN = 5;

    /** What shells give a program that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;

    public static final String CUT_OFF = "stopped before the answer was complete";

    private Exit() {}
}
