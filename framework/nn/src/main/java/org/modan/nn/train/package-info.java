/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Batches assembled ahead of time, the one optimisation loop that pretraining and fine-tuning
 * share, and inference over an image set. What is trained comes from outside; checkpoints, folds
 * and scores are the business of whoever calls.
 */
package org.modan.nn.train;
