/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import org.modan.datasets.phantom.body.Projection;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Variation;

/** An anatomy as rays pass through it. */
@FunctionalInterface
public interface ProjectionAnatomy {

    /**
     * @return where a lesion would lie
     */
    Site draw(Projection projection, Variation variation);
}
