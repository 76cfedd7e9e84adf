/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.section;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an experiment file spells the constants of an enum: {@code two-sided}. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String[] of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toArray(String[]::new);
    }

    /**
     * @throws java.util.NoSuchElementException if no constant is spelled like this
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return find(type, word).orElseThrow();
    }

    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
