/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * How good scores are: pure functions of labels and scores. What two arms' numbers say about the
 * arms is the matter of {@code org.modan.runtime.statistics}.
 */
package org.modan.runtime.metrics;
