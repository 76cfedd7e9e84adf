/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Java's own memory, or that of the engine, which says so in an exception of its own. */
public final class OutOfMemory {

    /** What to do about it. */
    public static final String REMEDY =
            "use a smaller batch-size or image-size, or give Java more, as in"
                    + " MODAN_JAVA_OPTS=-Xmx8g";

    /** Causes may form a circle. */
    private static final int DEEPEST = 20;

    private OutOfMemory() {}

    /** What ran out, in the words of whoever had none left; empty if something else went wrong. */
    public static Optional<String> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(OutOfMemory::isOne)
                .map(cause -> firstLine(ThrownText.message(cause).orElse("no more")))
                .findFirst();
    }

    private static boolean isOne(Throwable thrown) {
        String message = ThrownText.message(thrown).orElse("");
        return thrown instanceof OutOfMemoryError
                || message.toLowerCase(Locale.ROOT).contains("out of memory");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
