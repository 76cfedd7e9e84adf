/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Logistic regression with an L2 penalty, and the choice of that penalty on the training part. What
 * the columns mean is known to those who use it.
 */
package org.modan.evaluation.regression;
