/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.experiment.section.OptionWords;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/**
 * A dataset named on a command line, {@code busi=PATH} with {@code normal=drop}.
 *
 * @param adapter that reads it
 * @param path where it lies; empty if it was not said
 * @param sets further options, each {@code option=value} with the value in YAML
 */
public record DatasetArgument(String adapter, Optional<String> path, List<String> sets) {

    private static final String ROOT = "root";

    public DatasetArgument {
        requireNonNull(adapter, "adapter is null");
        requireNonNull(path, "path is null");
        sets = List.copyOf(sets);
    }

    /**
     * The values of the adapter's options.
     *
     * @param spec the adapter's options
     * @param base folder that relative paths start from
     * @throws ModanException naming everything that is wrong
     */
    Options resolve(OptionSpec spec, Path base) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> raw = new LinkedHashMap<>();
        sets.forEach(set -> read(set, base, raw, problems));
        Optional<String> place = place(spec);
        if (path.isPresent() && place.isEmpty()) {
            problems.add("it takes no path; leave out =%s".formatted(path.get()));
        }
        if (path.isPresent() && place.isPresent()) {
            if (raw.putIfAbsent(place.get(), path.get()) != null) {
                problems.add("%s is given twice, as =PATH and with --set".formatted(place.get()));
            }
        } else if (place.filter(name -> !raw.containsKey(name)).isPresent()
                && isRequired(spec, place.get())) {
            problems.add(
                    "where it lies is missing; write %s=PATH, as in modan check %s=/data/%s"
                            .formatted(adapter, adapter, adapter));
            raw.put(place.get(), base.toString()); // so that it is not told twice
        }
        Options options =
                spec.resolve(
                        raw, base, problem -> problems.add(OptionWords.of(problem, spec.names())));
        if (!problems.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: %s".formatted(adapter, String.join("\n  ", problems)));
        }
        return options;
    }

    private static void read(
            String set, Path base, Map<String, Object> raw, List<String> problems) {
        int equals = set.indexOf('=');
        if (equals < 1) {
            problems.add("--set %s: expected option=value".formatted(set));
            return;
        }
        List<String> mistakes = new ArrayList<>();
        Optional<Object> value = OptionWords.value(set.substring(equals + 1), base, mistakes::add);
        mistakes.forEach(mistake -> problems.add("--set %s: %s".formatted(set, mistake)));
        if (mistakes.isEmpty()) {
            raw.put(set.substring(0, equals).strip(), value.orElse(null));
        }
    }

    /** The option that says where the dataset lies. */
    private static Optional<String> place(OptionSpec spec) {
        if (spec.names().contains(ROOT)) {
            return Optional.of(ROOT);
        }
        return spec.options().stream()
                .filter(option -> option.isLocation() && option.isRequired())
                .map(Option::name)
                .findFirst();
    }

    private static boolean isRequired(OptionSpec spec, String name) {
        return spec.options().stream()
                .anyMatch(option -> option.name().equals(name) && option.isRequired());
    }
}
