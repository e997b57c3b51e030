/**
 * Measures the engine against what the hardware allows and against what one would write without it.
 *
 * <p>A {@link dev.rfsweep.bench.Fixture} is a space and the ids of it that are swept; a {@link dev.rfsweep.bench.Gate}
 * refuses to time an engine that is wrong; {@link dev.rfsweep.bench.Work} makes JMH report variants per second. {@link
 * dev.rfsweep.bench.Ratios} runs what the published table needs in one go.
 */
package dev.rfsweep.bench;
