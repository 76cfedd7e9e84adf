/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.modan.runtime.experiment.CompareConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.report.stored.Settings;
import org.modan.runtime.results.ComparisonFile;
import org.modan.runtime.results.Comparisons;
import org.modan.runtime.results.PatientIntervals;
import org.modan.runtime.results.ResultFile;
import org.modan.runtime.results.ResultTables;
import org.modan.runtime.statistics.Alternative;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;

/**
 * Makes comparisons.csv again from results.csv, predictions/ and what experiment.yaml declares, as
 * the end of a run makes it.
 */
final class ComparisonRebuild {

    private ComparisonRebuild() {}

    /**
     * Leaves the file alone where a matrix varies what is declared: only a run knows which arm
     * belongs to which declaration.
     *
     * @param settings what is compared
     * @return why it could not be made again; empty if it was, or nothing has been evaluated yet
     */
    static Optional<String> write(Path folder, Settings settings) {
        Path results = folder.resolve(ResultFile.NAME);
        Optional<CompareConfig> compare = compare(settings);
        Optional<ProtocolConfig> protocol = protocol(settings);
        Optional<Seed> seed = seed(settings);
        if (!Files.exists(results)) {
            return Optional.empty();
        }
        if (compare.isEmpty() || protocol.isEmpty() || seed.isEmpty()) {
            return Optional.of(
                    "comparisons.csv is as the run left it: experiment.yaml does not declare one comparison under one protocol, and a seed");
        }
        try {
            ComparisonFile.write(
                    folder.resolve(ComparisonFile.NAME),
                    new PatientIntervals(folder.resolve(ResultTables.PREDICTIONS), seed.get())
                            .addTo(
                                    Comparisons.of(
                                            ResultFile.read(results),
                                            compare.get(),
                                            protocol.get(),
                                            listed(settings))));
            return Optional.empty();
        } catch (ModanException e) {
            return Optional.of("comparisons.csv is as it was before: %s".formatted(e.getMessage()));
        }
    }

    private static Set<String> listed(Settings settings) {
        return settings.entries("tasks").stream()
                .filter(task -> task.containsKey("folds"))
                .map(task -> String.valueOf(task.get("id")))
                .collect(Collectors.toSet());
    }

    private static Optional<CompareConfig> compare(Settings settings) {
        List<MetricName> metrics =
                settings.texts("compare", "metrics").stream()
                        .map(MetricName::find)
                        .flatMap(Optional::stream)
                        .toList();
        return settings.find("compare", "alternative")
                .flatMap(text -> constant(Alternative.class, text))
                .map(
                        alternative ->
                                new CompareConfig(
                                        settings.find("compare", "reference"),
                                        alternative,
                                        metrics.isEmpty()
                                                ? List.of(new MetricName(Metric.AUC, false))
                                                : metrics));
    }

    private static Optional<ProtocolConfig> protocol(Settings settings) {
        OptionalInt folds = settings.number("protocol", "folds");
        OptionalInt repeats = settings.number("protocol", "repeats");
        if (folds.isEmpty() || repeats.isEmpty()) {
            return Optional.empty();
        }
        return settings.find("protocol", "profile")
                .flatMap(text -> constant(Profile.class, text))
                .map(profile -> new ProtocolConfig(profile, folds.getAsInt(), repeats.getAsInt()));
    }

    /** Of a matrix that varies it, that of the first variant, as in a run. */
    private static Optional<Seed> seed(Settings settings) {
        try {
            return settings.find("seed")
                    .or(() -> settings.texts("matrix", "seed").stream().findFirst())
                    .map(Long::valueOf)
                    .map(Seed::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** As an experiment file spells it: {@code two-sided}. */
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
