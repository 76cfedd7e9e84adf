/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.modan.spi.Image;

/**
 * A view made of waves, which can be seen at any size: coarse ones for anatomy, fine ones for
 * speckle.
 */
record Scene(double[][] waves) {

    private static final int COARSE = 6;
    private static final int FINE = 60;

    /**
     * @param anatomy decides the coarse waves
     * @param speckle decides the fine ones
     */
    static Scene of(long anatomy, long speckle) {
        double[][] waves = new double[COARSE + FINE][];
        Random coarse = new Random(anatomy);
        Random fine = new Random(speckle);
        for (int i = 0; i < waves.length; i++) {
            Random random = i < COARSE ? coarse : fine;
            double lowest = i < COARSE ? 0.5 : 5;
            double span = i < COARSE ? 2 : 7;
            waves[i] =
                    new double[] {
                        lowest + span * random.nextDouble(),
                        lowest + span * random.nextDouble(),
                        2 * Math.PI * random.nextDouble(),
                        i < COARSE ? 0.12 : 0.012
                    };
        }
        return new Scene(waves);
    }

    Image image(int width, int height) {
        return image(width, height, value -> value);
    }

    /**
     * @param display from brightness in the scene to that in the image, both from 0 to 1
     */
    Image image(int width, int height, DoubleUnaryOperator display) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = display.applyAsDouble(at((x + 0.5) / width, (y + 0.5) / height));
                pixels[y * width + x] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
            }
        }
        return Image.grey(width, height, pixels);
    }

    private double at(double x, double y) {
        double value = 0.5;
        for (double[] wave : waves) {
            value += wave[3] * Math.cos(2 * Math.PI * (wave[0] * x + wave[1] * y) + wave[2]);
        }
        return value;
    }
}
