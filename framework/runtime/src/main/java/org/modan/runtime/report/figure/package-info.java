/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Figures, each drawn once as marks on a plane and written as SVG, for a page and for a manuscript,
 * and as PNG.
 */
package org.modan.runtime.report.figure;
