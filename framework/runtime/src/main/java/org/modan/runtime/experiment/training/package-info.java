/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What an arm changes of its strategy's training: read, checked, and applied to the strategy's
 * recipe. How a training goes is not known here.
 */
package org.modan.runtime.experiment.training;
