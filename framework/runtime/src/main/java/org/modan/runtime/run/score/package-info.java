/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Runs evaluation cells: gives each fold to its evaluator and keeps what it predicts. How
 * predictions are measured is defined in {@code metrics}.
 */
package org.modan.runtime.run.score;
