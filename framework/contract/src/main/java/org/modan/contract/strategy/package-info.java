/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Checks of pretraining strategies: how they declare themselves, their heads and their losses.
 * Nothing here trains for longer than a step.
 */
package org.modan.contract.strategy;
