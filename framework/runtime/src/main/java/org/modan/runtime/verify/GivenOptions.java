/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.modan.runtime.experiment.section.OptionWords;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** Options given to extensions by {@code NAME.option=value}. */
final class GivenOptions {

    /**
     * What an extension can be created with.
     *
     * @param options of use only if nothing is missing
     * @param missing the options that were not given and have no default
     * @param isUsual whether none was given
     */
    record Resolved(Options options, List<Option<?>> missing, boolean isUsual) {}

    private final Path base;
    private final Map<String, Map<String, Object>> values = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param sets each {@code NAME.option=value}, the value in YAML
     * @param base folder that relative paths start from
     */
    GivenOptions(List<String> sets, Path base) {
        this.base = requireNonNull(base, "base is null");
        sets.forEach(this::read);
    }

    /** Notes every name that no extension has. */
    void requireKnown(List<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                problems.add(
                        "--set %s: the plugin offers nothing called %s; %s"
                                .formatted(
                                        name,
                                        name,
                                        names.isEmpty()
                                                ? "it offers nothing"
                                                : DidYouMean.hint(name, names)));
            }
        }
    }

    /** The options of one extension; notes what is wrong with those that were given. */
    Resolved resolve(String name, OptionSpec spec) {
        Map<String, Object> raw = values.getOrDefault(name, Map.of());
        List<Option<?>> missing = new ArrayList<>();
        Consumer<OptionSpec.Problem> hear =
                problem -> {
                    if (raw.containsKey(problem.option())) {
                        problems.add(
                                "--set %s.%s"
                                        .formatted(name, OptionWords.of(problem, spec.names())));
                    } else {
                        spec.options().stream()
                                .filter(option -> option.name().equals(problem.option()))
                                .forEach(missing::add);
                    }
                };
        return new Resolved(spec.resolve(raw, base, hear), missing, raw.isEmpty());
    }

    /**
     * @throws ModanException naming everything that was wrong
     */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new ModanException(ErrorCode.CONFIGURATION, String.join("\n  ", problems));
        }
    }

    private void read(String set) {
        int equals = set.indexOf('=');
        int dot = set.indexOf('.');
        if (dot < 1 || equals <= dot + 1) {
            problems.add("--set %s: expected NAME.option=value".formatted(set));
            return;
        }
        List<String> mistakes = new ArrayList<>();
        Object value =
                OptionWords.value(set.substring(equals + 1), base, mistakes::add).orElse(null);
        if (mistakes.isEmpty()) {
            values.computeIfAbsent(set.substring(0, dot).strip(), key -> new LinkedHashMap<>())
                    .put(set.substring(dot + 1, equals).strip(), value);
        }
        mistakes.forEach(mistake -> problems.add("--set %s: %s".formatted(set, mistake)));
    }
}
