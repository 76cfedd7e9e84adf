/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * The contracts between Modan and its plugins: strategies, datasets, evaluators, and the values
 * that pass between them. Nothing here trains, reads files or knows of a command line; building
 * blocks for that live in {@code org.modan.nn}.
 */
package org.modan.spi;
