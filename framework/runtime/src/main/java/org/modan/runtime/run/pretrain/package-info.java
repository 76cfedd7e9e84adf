/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Runs pretraining cells, and keeps the checkpoints with which an interrupted training goes on to
 * the same bits. The steps of a training are taken in {@code nn}.
 */
package org.modan.runtime.run.pretrain;
