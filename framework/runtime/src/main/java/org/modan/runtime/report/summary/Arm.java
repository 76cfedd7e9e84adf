/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

/**
 * A way of pretraining.
 *
 * @param control whether it is a yardstick and no encoder, and so can never be the best arm
 */
public record Arm(String id, String strategy, boolean control) {}
