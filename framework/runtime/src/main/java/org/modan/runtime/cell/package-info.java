/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Cells on disk: one folder each, made whole by one rename, found again by its key. What a cell
 * does is of no concern here.
 */
package org.modan.runtime.cell;
