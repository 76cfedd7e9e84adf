/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Runs the cells of a plan one after the other, and writes the tables and the report over all of
 * them; the packages below train, score and record a single one. What is run is decided in {@code
 * plan}; how it is shown, by whoever listens.
 */
package org.modan.runtime.run;
