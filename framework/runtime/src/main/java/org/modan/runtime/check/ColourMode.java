/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import org.modan.spi.Image;

/** What the channels of a decoded image hold. */
public enum ColourMode {
    /** One channel. */
    GREY,
    /** Three channels that differ in some pixel. */
    RGB,
    /** Three channels that are the same: one of them would do. */
    RGB_WITHOUT_COLOUR;

    static ColourMode of(Image image) {
        if (image.channels() == 1) {
            return GREY;
        }
        byte[] pixels = image.pixels();
        for (int i = 0; i < pixels.length; i += 3) {
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) {
                return RGB;
            }
        }
        return RGB_WITHOUT_COLOUR;
    }
}
