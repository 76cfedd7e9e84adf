/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What stored numbers amount to: means, coverage, curves and the sentences that may be said of
 * them. Nothing here knows how they are shown.
 */
package org.modan.runtime.report.summary;
