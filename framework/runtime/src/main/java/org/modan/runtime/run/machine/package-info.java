/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What a run computes on: the device that was asked for, and what else of the machine decides the
 * last bits of a training. What is computed is not known here.
 */
package org.modan.runtime.run.machine;
