/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import org.modan.runtime.report.stored.Series;

/**
 * A repeat that has no scores.
 *
 * @param failed whether it was tried
 * @param cause why it failed; empty if it was not tried, or that is not known
 */
public record Gap(Series series, int repeat, boolean failed, String cause) {}
