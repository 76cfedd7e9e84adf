/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Probes: classifiers on the features of a frozen encoder. How the features are made is the host's
 * matter.
 */
package org.modan.evaluation.probe;
