/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import org.modan.datasets.phantom.body.Grid;
import org.modan.spi.Image;

/**
 * The window through which values become grey: linear between black and white, cut off beyond.
 *
 * @param black the value shown as 0
 * @param white the value shown as 255
 */
record Display(double black, double white) {

    Image show(Grid grid) {
        double[] values = grid.values();
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            double grey = 255 * (values[i] - black) / (white - black);
            pixels[i] = (byte) (int) (Math.max(0, Math.min(255, grey)) + 0.5);
        }
        return Image.grey(grid.size(), grid.size(), pixels);
    }
}
