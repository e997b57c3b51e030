/** The library's door. */
package dev.rfsweep;
