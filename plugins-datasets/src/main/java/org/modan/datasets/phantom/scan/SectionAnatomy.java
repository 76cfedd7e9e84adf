/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Variation;

/** An anatomy as a slice shows it. */
@FunctionalInterface
public interface SectionAnatomy {

    /**
     * @return where a lesion would lie
     */
    Site draw(Section section, Variation variation);
}
