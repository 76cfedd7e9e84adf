/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The part of a matrix to run: {@code --only axis=value,value}. Axes are arm, strategy, task,
 * evaluator, repeat, and those of the experiment's matrix.
 */
public final class Selection {

    private final Map<String, Set<String>> wanted;

    private Selection(Map<String, Set<String>> wanted) {
        this.wanted = wanted;
    }

    /** Everything. */
    public static Selection all() {
        return new Selection(Map.of());
    }

    /**
     * @param texts each {@code axis=value,value}
     * @throws ModanException if one is not of that form
     */
    public static Selection parse(List<String> texts) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "--only %s: expected axis=value,value as in --only arm=mulsupcon,scratch"
                                .formatted(text));
            }
            wanted.computeIfAbsent(text.substring(0, equals).strip(), axis -> new LinkedHashSet<>())
                    .addAll(List.of(text.substring(equals + 1).strip().split("\\s*,\\s*")));
        }
        return new Selection(wanted);
    }

    /** Whether a point of the matrix is wanted; axes it does not have do not matter. */
    boolean matches(Map<String, String> coordinates) {
        return wanted.entrySet().stream()
                .allMatch(
                        entry -> {
                            String value = coordinates.get(entry.getKey());
                            return value == null || entry.getValue().contains(value);
                        });
    }

    /**
     * Refuses an axis or a value that no point of the matrix has: a typing error would otherwise
     * run nothing and say that all is well.
     */
    void refuseUnknown(List<Map<String, String>> points) {
        for (Map.Entry<String, Set<String>> entry : wanted.entrySet()) {
            Set<String> axes = new TreeSet<>();
            Set<String> values = new TreeSet<>();
            for (Map<String, String> point : points) {
                axes.addAll(point.keySet());
                Optional.ofNullable(point.get(entry.getKey())).ifPresent(values::add);
            }
            if (!axes.contains(entry.getKey())) {
                throw unknown("axis", entry.getKey(), axes);
            }
            for (String value : entry.getValue()) {
                if (!values.contains(value)) {
                    throw unknown(entry.getKey(), value, values);
                }
            }
        }
    }

    private static ModanException unknown(String what, String given, Set<String> known) {
        return new ModanException(
                ErrorCode.CONFIGURATION,
                "--only: no %s %s%s; there is %s"
                        .formatted(
                                what,
                                given,
                                DidYouMean.suggest(given, known)
                                        .map(near -> ", did you mean " + near + "?")
                                        .orElse(""),
                                String.join(", ", known)));
    }
}
