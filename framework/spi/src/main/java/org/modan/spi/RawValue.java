/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns what a configuration file holds, or a command line's text, into a value of a type. What is
 * no such value is refused with an {@link IllegalArgumentException} that completes "name ...".
 */
final class RawValue {

    private RawValue() {}

    static double number(Object raw) {
        double value;
        if (raw instanceof Number number) {
            value = number.doubleValue();
        } else {
            try {
                // YAML 1.2 reads 1e-4 as a number, a command line gives text.
                value = Double.parseDouble(raw.toString());
            } catch (NumberFormatException e) {
                throw wrongType("a number", raw);
            }
        }
        if (!Double.isFinite(value)) {
            throw wrongType("a finite number", raw);
        }
        return value;
    }

    static int integer(Object raw) {
        try {
            return new BigDecimal(raw.toString()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType("a whole number", raw);
        }
    }

    static boolean flag(Object raw) {
        return switch (raw.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrongType("true or false", raw);
        };
    }

    static String text(Object raw) {
        if (raw instanceof Map || raw instanceof List) {
            throw wrongType("a text", raw);
        }
        return raw.toString();
    }

    static Path path(Object raw, Path base) {
        try {
            return base.resolve(text(raw)).normalize().toAbsolutePath();
        } catch (InvalidPathException e) {
            throw wrongType("a path", raw);
        }
    }

    static List<String> list(Object raw) {
        if (!(raw instanceof List<?> items)) {
            throw wrongType("a list", raw);
        }
        if (items.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("must have no empty item");
        }
        return items.stream().map(RawValue::text).toList();
    }

    static List<String> textOrList(Object raw) {
        if (raw instanceof Map) {
            throw wrongType("a text or a list of texts", raw);
        }
        return raw instanceof List ? list(raw) : List.of(text(raw));
    }

    static Map<String, Double> numbers(Object raw) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        map(raw).forEach(
                        (key, value) -> {
                            try {
                                numbers.put(key, number(value));
                            } catch (IllegalArgumentException e) {
                                throw wrongType("a finite number for " + key, value);
                            }
                        });
        return numbers;
    }

    static Map<String, Map<String, String>> table(Object raw) {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        map(raw).forEach(
                        (row, cells) -> {
                            Map<String, String> values = new LinkedHashMap<>();
                            map(cells).forEach((name, value) -> values.put(name, text(value)));
                            table.put(row, values);
                        });
        return table;
    }

    private static Map<String, Object> map(Object raw) {
        if (!(raw instanceof Map<?, ?> entries)) {
            throw wrongType("'name: value' pairs", raw);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach(
                (key, value) -> values.put(String.valueOf(key), value == null ? "" : value));
        return values;
    }

    private static IllegalArgumentException wrongType(String expected, Object raw) {
        return new IllegalArgumentException("must be %s, not '%s'".formatted(expected, raw));
    }
}
