/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The options of one extension, in the order its help shows them.
 *
 * @since 1.0
 */
public final class OptionSpec {

    /**
     * Something wrong with one option a user gave.
     *
     * @since 1.0
     */
    public static final class Problem {

        private final String option;
        private final String message;
        private final boolean unknown;

        private Problem(String option, String message, boolean unknown) {
            this.option = option;
            this.message = message;
            this.unknown = unknown;
        }

        /** The option's name. */
        public String option() {
            return option;
        }

        /** What is wrong; completes "name ...". */
        public String message() {
            return message;
        }

        /** Whether no such option exists. */
        public boolean unknown() {
            return unknown;
        }

        @Override
        public String toString() {
            return option + " " + message;
        }
    }

    private final Map<String, Option<?>> options;

    private OptionSpec(List<Option<?>> options) {
        this.options = new LinkedHashMap<>();
        for (Option<?> option : options) {
            if (this.options.putIfAbsent(option.name(), option) != null) {
                throw new IllegalArgumentException("option declared twice: " + option.name());
            }
        }
    }

    /** No options. */
    public static OptionSpec none() {
        return new OptionSpec(List.of());
    }

    public static OptionSpec of(Option<?>... options) {
        return new OptionSpec(List.of(options));
    }

    public List<Option<?>> options() {
        return List.copyOf(options.values());
    }

    public List<String> names() {
        return List.copyOf(options.keySet());
    }

    /**
     * Reads what a user gave and fills in the defaults.
     *
     * @param raw values by option name, as a configuration file holds them
     * @param base folder that relative paths start from
     * @param problems hears everything wrong; the result is of use only if it heard nothing
     */
    public Options resolve(Map<String, ?> raw, Path base, Consumer<Problem> problems) {
        requireNonNull(problems, "problems is null");
        raw.keySet().stream()
                .filter(name -> !options.containsKey(name))
                .forEach(name -> problems.accept(new Problem(name, "is unknown", true)));
        Map<Option<?>, Object> values = new LinkedHashMap<>();
        for (Option<?> option : options.values()) {
            if (raw.containsKey(option.name())) {
                try {
                    values.put(option, option.read(raw.get(option.name()), base));
                } catch (IllegalArgumentException e) {
                    problems.accept(new Problem(option.name(), e.getMessage(), false));
                }
            } else if (option.defaultValue().isPresent()) {
                values.put(option, option.defaultValue().get());
            } else if (option.isRequired()) {
                problems.accept(
                        new Problem(
                                option.name(),
                                "is missing (%s: %s)"
                                        .formatted(option.type(), option.description()),
                                false));
            }
        }
        return new Options(values);
    }
}
