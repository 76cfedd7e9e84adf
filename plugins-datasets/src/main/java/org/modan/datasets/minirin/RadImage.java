/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.util.Comparator;

/**
 * One selected image.
 *
 * @param path below the tree's folder: {@code MR/af/soft_tissue_fluid/foot009413.png}
 * @param radClass what it shows
 */
record RadImage(String path, RadClass radClass) {

    /** By class, then by path: the same wherever a selection comes from. */
    static final Comparator<RadImage> ORDER =
            Comparator.comparing((RadImage image) -> image.radClass().name())
                    .thenComparing(RadImage::path);
}
