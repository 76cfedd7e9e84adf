/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Checks of evaluators of every kind, on a small task that can be learnt. They see no runtime:
 * folds are made here.
 */
package org.modan.contract.evaluator;
