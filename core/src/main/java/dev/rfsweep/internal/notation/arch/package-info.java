/**
 * The arch text of one variant: {@link dev.rfsweep.internal.notation.arch.Arch} writes it, {@link dev.rfsweep.internal.notation.arch.ArchText} joins it
 * from the parts of a path for whole sweeps, {@link dev.rfsweep.internal.notation.arch.Timm} writes it as timm does.
 */
package dev.rfsweep.internal.notation.arch;
