/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return of(name, "number", description, (raw, base) -> RawValue.number(raw));
    }

    /** A whole number. */
    public static Option<Integer> integer(String name, String description) {
        return of(name, "integer", description, (raw, base) -> RawValue.integer(raw));
    }

    /** {@code true} or {@code false}. */
    public static Option<Boolean> flag(String name, String description) {
        return of(name, "true|false", description, (raw, base) -> RawValue.flag(raw));
    }

    /** Any text. */
    public static Option<String> text(String name, String description) {
        return of(name, "text", description, (raw, base) -> RawValue.text(raw));
    }

    /** One of the given words. */
    public static Option<String> choice(String name, String description, String... words) {
        List<String> allowed = List.of(words);
        return of(
                name,
                String.join("|", allowed),
                description,
                (raw, base) -> {
                    String word = RawValue.text(raw);
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
        return of(name, "path", description, RawValue::path);
    }

    /** A list of texts. */
    public static Option<List<String>> list(String name, String description) {
        return of(name, "list of texts", description, (raw, base) -> RawValue.list(raw));
    }

    /** A list of texts, or one text alone, which is read as a list of it. */
    public static Option<List<String>> textOrList(String name, String description) {
        return of(
                name,
                "text or list of texts",
                description,
                (raw, base) -> RawValue.textOrList(raw));
    }

    /** Finite decimal numbers by name, such as the weight of each field. */
    public static Option<Map<String, Double>> numbers(String name, String description) {
        return of(name, "name: number", description, (raw, base) -> RawValue.numbers(raw));
    }

    /** Texts by name by name, such as the metadata of each class folder. */
    public static Option<Map<String, Map<String, String>>> table(String name, String description) {
        return of(name, "name: {name: text}", description, (raw, base) -> RawValue.table(raw));
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
}
