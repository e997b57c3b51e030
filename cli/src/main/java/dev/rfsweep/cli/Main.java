package dev.rfsweep.cli;

/** Placeholder until the first command lands. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
