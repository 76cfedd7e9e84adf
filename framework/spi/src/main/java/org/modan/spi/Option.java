/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One option of an extension: declared once, as a constant, and used both to describe and to read
 * it, so that a name can be spelled in one place only.
 *
 * <pre>{@code
 * static final Option<Double> TEMPERATURE =
 *         Option.number("temperature", "divides the similarities before the softmax")
 *                 .where("greater than 0", value -> value > 0)
 *                 .withDefault(0.07);
 * }</pre>
 *
 * @param <T> the type of its value; always a JDK type
 * @since 1.0
 */
public final class Option<T> {

    /** Turns what a configuration file holds into a value, or says why it cannot. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(Object raw, Path base);
    }

    private final String name;
    private final String type;
    private final String description;
    private final Reader<T> reader;
    private final Optional<T> defaultValue;
    private final boolean required;
    private final List<Condition<T>> conditions;

    private record Condition<T>(String text, Predicate<T> test) {}

    private Option(
            String name,
            String type,
            String description,
            Reader<T> reader,
            Optional<T> defaultValue,
            boolean required,
            List<Condition<T>> conditions) {
        this.name = requireNonNull(name, "name is null");
        this.type = type;
        this.description = requireNonNull(description, "description is null");
        this.reader = reader;
        this.defaultValue = defaultValue;
        this.required = required;
        this.conditions = List.copyOf(conditions);
    }

    private static <T> Option<T> of(
            String name, String type, String description, Reader<T> reader) {
        return new Option<>(name, type, description, reader, Optional.empty(), true, List.of());
    }

    /** A finite decimal number. */
    public static Option<Double> number(String name, String description) {
        return of(name, "number", description, (raw, base) -> readNumber(raw));
    }

    /** A whole number. */
    public static Option<Integer> integer(String name, String description) {
        return of(name, "integer", description, (raw, base) -> readInteger(raw));
    }

    /** {@code true} or {@code false}. */
    public static Option<Boolean> flag(String name, String description) {
        return of(name, "true|false", description, (raw, base) -> readFlag(raw));
    }

    /** Any text. */
    public static Option<String> text(String name, String description) {
        return of(name, "text", description, (raw, base) -> readText(raw));
    }

    /** One of the given words. */
    public static Option<String> choice(String name, String description, String... words) {
        List<String> allowed = List.of(words);
        return of(
                name,
                String.join("|", allowed),
                description,
                (raw, base) -> {
                    String word = readText(raw);
                    if (!allowed.contains(word)) {
                        throw new IllegalArgumentException(
                                "must be one of %s, not '%s'"
                                        .formatted(String.join(", ", allowed), word));
                    }
                    return word;
                });
    }

    /** A file or folder; a relative one is resolved against the experiment file's folder. */
    public static Option<Path> path(String name, String description) {
        return of(name, "path", description, Option::readPath);
    }

    /** A list of texts. */
    public static Option<List<String>> list(String name, String description) {
        return of(name, "list of texts", description, (raw, base) -> readList(raw));
    }

    /** A list of texts, or one text alone, which is read as a list of it. */
    public static Option<List<String>> textOrList(String name, String description) {
        return of(name, "text or list of texts", description, (raw, base) -> readTextOrList(raw));
    }

    /** Finite decimal numbers by name, such as the weight of each field. */
    public static Option<Map<String, Double>> numbers(String name, String description) {
        return of(name, "name: number", description, (raw, base) -> readNumbers(raw));
    }

    /** Texts by name by name, such as the metadata of each class folder. */
    public static Option<Map<String, Map<String, String>>> table(String name, String description) {
        return of(name, "name: {name: text}", description, (raw, base) -> readTable(raw));
    }

    /** The same option with a value for when none is given. */
    public Option<T> withDefault(T value) {
        return new Option<>(name, type, description, reader, Optional.of(value), false, conditions);
    }

    /** The same option, which may be absent. */
    public Option<T> optional() {
        return new Option<>(name, type, description, reader, Optional.empty(), false, conditions);
    }

    /**
     * The same option with one more condition on its values.
     *
     * @param text completes the sentence "must be ...": {@code greater than 0}
     * @param test may throw an {@link IllegalArgumentException} of its own, completing "name ...",
     *     where there is more to say than that, such as what was probably meant
     */
    public Option<T> where(String text, Predicate<T> test) {
        List<Condition<T>> more = new ArrayList<>(conditions);
        more.add(new Condition<>(text, test));
        return new Option<>(name, type, description, reader, defaultValue, required, more);
    }

    public String name() {
        return name;
    }

    /** The kind of value, in a user's words. */
    public String type() {
        return type;
    }

    /** What values are allowed, in a user's words; empty if all of the type are. */
    public String range() {
        return String.join(", ", conditions.stream().map(Condition::text).toList());
    }

    public String description() {
        return description;
    }

    public Optional<T> defaultValue() {
        return defaultValue;
    }

    /** Whether it must be given. */
    public boolean isRequired() {
        return required;
    }

    /** Whether its value says where something lies rather than what it is. */
    public boolean isLocation() {
        return type.equals("path");
    }

    /**
     * Reads what a configuration file holds.
     *
     * @param raw a {@code String}, {@code Number}, {@code Boolean}, {@code List} or {@code Map}
     * @param base folder that relative paths start from
     * @throws IllegalArgumentException if it is no such value; the message completes "name ..."
     */
    public T read(Object raw, Path base) {
        if (raw == null) {
            throw new IllegalArgumentException("must not be empty");
        }
        T value = reader.read(raw, base);
        for (Condition<T> condition : conditions) {
            if (!condition.test().test(value)) {
                throw new IllegalArgumentException(
                        "must be %s, not %s".formatted(condition.text(), raw));
            }
        }
        return value;
    }

    @Override
    public String toString() {
        return "Option[" + name + "]";
    }

    private static double readNumber(Object raw) {
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

    private static int readInteger(Object raw) {
        try {
            return new java.math.BigDecimal(raw.toString()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType("a whole number", raw);
        }
    }

    private static boolean readFlag(Object raw) {
        return switch (raw.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrongType("true or false", raw);
        };
    }

    private static String readText(Object raw) {
        if (raw instanceof Map || raw instanceof List) {
            throw wrongType("a text", raw);
        }
        return raw.toString();
    }

    private static Path readPath(Object raw, Path base) {
        try {
            return base.resolve(readText(raw)).normalize().toAbsolutePath();
        } catch (InvalidPathException e) {
            throw wrongType("a path", raw);
        }
    }

    private static List<String> readList(Object raw) {
        if (!(raw instanceof List<?> items)) {
            throw wrongType("a list", raw);
        }
        if (items.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("must have no empty item");
        }
        return items.stream().map(Option::readText).toList();
    }

    private static List<String> readTextOrList(Object raw) {
        if (raw instanceof Map) {
            throw wrongType("a text or a list of texts", raw);
        }
        return raw instanceof List ? readList(raw) : List.of(readText(raw));
    }

    private static Map<String, Double> readNumbers(Object raw) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        readMap(raw)
                .forEach(
                        (key, value) -> {
                            try {
                                numbers.put(key, readNumber(value));
                            } catch (IllegalArgumentException e) {
                                throw wrongType("a finite number for " + key, value);
                            }
                        });
        return numbers;
    }

    private static Map<String, Map<String, String>> readTable(Object raw) {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        readMap(raw)
                .forEach(
                        (row, cells) -> {
                            Map<String, String> values = new LinkedHashMap<>();
                            readMap(cells)
                                    .forEach((name, value) -> values.put(name, readText(value)));
                            table.put(row, values);
                        });
        return table;
    }

    private static Map<String, Object> readMap(Object raw) {
        if (!(raw instanceof Map<?, ?> entries)) {
            throw wrongType("'name: value' pairs", raw);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, value) -> map.put(String.valueOf(key), value == null ? "" : value));
        return map;
    }

    private static IllegalArgumentException wrongType(String expected, Object raw) {
        return new IllegalArgumentException("must be %s, not '%s'".formatted(expected, raw));
    }
}
