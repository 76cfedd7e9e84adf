/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * The process's language and time zone, which Java lets any code change for all: a plugin's {@code
 * Locale.setDefault(Locale.GERMANY)} would put decimal commas into Modan's tables and figures.
 *
 * @param locale for all but formatting
 * @param format for numbers and dates
 * @param zone for times
 */
record ProcessDefaults(Locale locale, Locale format, TimeZone zone) {

    /** Runs what may change them, and puts them back. */
    static <T> T kept(Supplier<T> work) {
        ProcessDefaults before = current();
        try {
            return work.get();
        } finally {
            if (!current().equals(before)) {
                before.restore();
            }
        }
    }

    private static ProcessDefaults current() {
        return new ProcessDefaults(
                Locale.getDefault(),
                Locale.getDefault(Locale.Category.FORMAT),
                TimeZone.getDefault());
    }

    private void restore() {
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(zone);
    }
}
