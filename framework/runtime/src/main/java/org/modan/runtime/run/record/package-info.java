/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What is kept of one cell beside its artefacts: its result, its failure, and where it came from.
 * The work itself, and the tables over all cells, are elsewhere.
 */
package org.modan.runtime.run.record;
