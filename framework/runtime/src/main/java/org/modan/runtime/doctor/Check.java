/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.List;

/** Looks at one area. */
interface Check {

    Area area();

    /** What was found; whatever is thrown instead becomes a problem. */
    List<Finding> findings();
}
