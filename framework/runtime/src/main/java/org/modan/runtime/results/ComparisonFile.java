/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modan.runtime.statistics.Interval;
import org.modan.spi.ModanException;

/** Writes comparisons.csv. */
public final class ComparisonFile {

    /** What it is called in the output folder. */
    public static final String NAME = "comparisons.csv";

    /** The contract of the file; what comes later is appended. */
    public static final List<String> COLUMNS =
            List.of(
                    "dataset",
                    "evaluator",
                    "metric",
                    "arm",
                    "reference",
                    "mean",
                    "difference",
                    "ci_low",
                    "ci_high",
                    "test",
                    "alternative",
                    "p",
                    "p_holm",
                    "effect",
                    "reference_mean",
                    "two_sided_p",
                    "shift",
                    "n",
                    "patients_low",
                    "patients_high",
                    "note");

    private ComparisonFile() {}

    /**
     * @throws ModanException if the file cannot be written
     */
    public static void write(Path file, List<Comparison> comparisons) {
        TableFile.write(file, COLUMNS, comparisons.stream().map(ComparisonFile::cells).toList());
    }

    private static Object[] cells(Comparison row) {
        ArmTest test = row.test();
        return new Object[] {
            row.dataset(),
            row.evaluator(),
            row.metric().text(),
            row.arm(),
            row.reference(),
            text(test.mean()),
            text(test.difference()),
            low(test.interval()),
            high(test.interval()),
            test.name(),
            row.alternativeText(),
            text(test.p()),
            text(row.adjustedP()),
            text(test.effect()),
            text(test.referenceMean()),
            text(test.twoSidedP()),
            text(test.shift()),
            test.n(),
            low(row.patients()),
            high(row.patients()),
            String.join("; ", row.notes())
        };
    }

    private static String low(Optional<Interval> interval) {
        return interval.map(range -> Double.toString(range.low())).orElse("");
    }

    private static String high(Optional<Interval> interval) {
        return interval.map(range -> Double.toString(range.high())).orElse("");
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }
}
