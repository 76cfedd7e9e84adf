/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the report writes them, in every language with a point. */
public final class Numbers {

    /** What stands where nothing was measured. */
    public static final String NOTHING = "–";

    private static final double LEAST_P = 0.001;

    private Numbers() {}

    /** Three decimals. */
    public static String of(double value) {
        return minus(String.format(Locale.ROOT, "%.3f", value));
    }

    public static String of(OptionalDouble value) {
        return value.isPresent() ? of(value.getAsDouble()) : NOTHING;
    }

    /** With a sign even if positive. */
    public static String signed(double value) {
        return minus(String.format(Locale.ROOT, "%+.3f", value)).replace("+0.000", "0.000");
    }

    /** A p-value without its name: {@code 0.031}, {@code < 0.001}. */
    public static String p(OptionalDouble p) {
        return p.isPresent() && p.getAsDouble() < LEAST_P ? "< 0.001" : of(p);
    }

    /** A p-value in a sentence: {@code p = 0.031}, {@code p < 0.001}. */
    public static String equation(OptionalDouble p) {
        String text = p(p);
        return text.startsWith("<") ? "p " + text : "p = " + text;
    }

    private static String minus(String text) {
        String positive = text.replace("-0.000", "0.000");
        return positive.replace('-', '−');
    }
}
