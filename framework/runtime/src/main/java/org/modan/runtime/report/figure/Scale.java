/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places numbers along an axis. */
record Scale(double low, double high, double start, double end) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    Scale {
        if (!(high > low)) {
            double room = Math.max(Math.abs(low) * 0.1, 1e-3);
            high = low + room;
            low = low - room;
        }
    }

    double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    /** Round numbers within the axis, about as many as asked for. */
    List<Double> ticks(int about) {
        double rough = (high - low) / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double candidate : STEPS) {
            if (candidate * power >= rough) {
                step = candidate * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick's number with no more decimals than its step needs. */
    static String text(double tick) {
        if (tick != 0 && (Math.abs(tick) < 1e-3 || Math.abs(tick) >= 1e5)) {
            return String.format(Locale.ROOT, "%.1e", tick).replace('-', '−');
        }
        String text = String.format(Locale.ROOT, "%.4f", tick);
        text = text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
        return text.equals("-0") ? "0" : text.replace('-', '−');
    }
}
