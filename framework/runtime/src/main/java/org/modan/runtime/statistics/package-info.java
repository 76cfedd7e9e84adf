/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What the difference between two arms amounts to: pure functions of numbers, with the reason in
 * words where a test is impossible. They know nothing of files, plans or experiments.
 */
package org.modan.runtime.statistics;
