package dev.rfsweep.cli.options;

/** Output formats of answers that are not rows. */
public enum TextForm {
    TEXT,
    JSON
}
