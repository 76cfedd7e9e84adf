/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import org.modan.datasets.npy.NpyRange;
import org.modan.datasets.npy.NpyType;
import org.modan.datasets.npy.NpyVolume;
import org.modan.spi.Image;

/**
 * A volume as 8-bit greys.
 *
 * <p>MRNet's values lie within 0..255. A volume of uint8, and one of any other type whose values do
 * so and are not all within 0..1, is taken as it is, fractions rounded. Of any other volume each
 * value v becomes {@code round(255 (v - least) / (greatest - least))} with the least and the
 * greatest value of the whole volume, so that its slices keep their brightness to one another; a
 * volume of one value becomes black.
 */
final class GreyVolume {

    private static final double WHITE = 255;

    private final NpyVolume values;
    private Optional<NpyRange> range = Optional.empty();

    GreyVolume(NpyVolume values) {
        this.values = requireNonNull(values, "values is null");
    }

    int slices() {
        return values.slices();
    }

    /** Whether greys are its values without looking at them. */
    boolean isBytes() {
        return values.header().type() == NpyType.UINT8;
    }

    /**
     * @param index from 0
     * @throws IOException if the file cannot be read, or holds what is no finite number
     */
    Image slice(int index) throws IOException {
        double[] slice = values.slice(index);
        byte[] greys = new byte[slice.length];
        if (isBytes() || isGrey(range())) {
            for (int i = 0; i < greys.length; i++) {
                greys[i] = (byte) Math.round(slice[i]);
            }
        } else {
            NpyRange whole = range();
            for (int i = 0; i < greys.length; i++) {
                greys[i] = (byte) Math.round(WHITE * share(slice[i], whole));
            }
        }
        return Image.grey(values.width(), values.height(), greys);
    }

    private boolean isGrey(NpyRange range) {
        NpyType type = values.header().type();
        boolean fraction = type == NpyType.FLOAT32 || type == NpyType.FLOAT64;
        return range.least() >= 0
                && range.greatest() <= WHITE
                && (!fraction || range.greatest() > 1);
    }

    /** Halved, as the width of a range of float64 may be no float64. */
    private static double share(double value, NpyRange range) {
        double width = range.greatest() / 2 - range.least() / 2;
        return width > 0 ? (value / 2 - range.least() / 2) / width : 0;
    }

    /** Found once: it takes reading the whole volume. */
    private synchronized NpyRange range() throws IOException {
        if (range.isEmpty()) {
            range = Optional.of(values.range());
        }
        return range.get();
    }
}
