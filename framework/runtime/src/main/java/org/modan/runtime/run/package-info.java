/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Runs the cells of a plan and writes what they came to. What is run is decided in {@code plan};
 * how it is shown, by whoever listens.
 */
package org.modan.runtime.run;
