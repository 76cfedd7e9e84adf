/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Ways of judging an encoder on a downstream task. Folds, metrics and statistics are the host's; an
 * evaluator fits on one part and scores another.
 */
package org.modan.evaluation;
