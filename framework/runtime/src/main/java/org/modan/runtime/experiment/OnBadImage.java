/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

/** What becomes of an experiment when some images of its datasets cannot be read. */
public enum OnBadImage {
    /** It is refused, with all of them counted. */
    FAIL,
    /** They are left out before anything else is done with the dataset. */
    SKIP
}
