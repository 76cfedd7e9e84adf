/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.modan.datasets.files.Few;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

/** Tells what is odd about a copy of the dataset without being wrong enough to stop. */
final class ThyroidWarnings {

    private final PluginContext context;

    ThyroidWarnings(PluginContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** Scores that are no scores. */
    void ofScores(Map<String, CaseFile> cases) {
        List<String> odd = new ArrayList<>();
        cases.forEach(
                (number, known) ->
                        known.tirads()
                                .filter(score -> Tirads.labelOf(score).isEmpty())
                                .ifPresent(
                                        score ->
                                                odd.add("%s.xml ('%s')".formatted(number, score))));
        if (!odd.isEmpty()) {
            context.warn(
                    "thyroid: %d cases have a TIRADS score that is none of %s, so their images have no label: %s"
                            .formatted(odd.size(), Tirads.known(), Few.of(odd)));
        }
    }

    /** Files that were renamed: their images may belong to another case. */
    void ofNumbers(Map<String, CaseFile> cases) {
        List<String> renamed = new ArrayList<>();
        cases.forEach(
                (number, known) -> {
                    if (!known.number().isEmpty() && !known.number().equals(number)) {
                        renamed.add("%s.xml (number %s)".formatted(number, known.number()));
                    }
                });
        if (!renamed.isEmpty()) {
            context.warn(
                    "thyroid: %d case files state another number than their name, by which the images were matched: %s"
                            .formatted(renamed.size(), Few.of(renamed)));
        }
    }

    /**
     * Copies in the whole folder: also where one of them alone is scored, for then the others put
     * that score in doubt.
     */
    void ofCopies(List<List<Sample>> copies) {
        if (!copies.isEmpty()) {
            context.warn(
                    "thyroid: %d groups of byte-identical images: %s"
                            .formatted(
                                    copies.size(),
                                    copies.stream()
                                            .map(ThyroidWarnings::describe)
                                            .collect(Collectors.joining("; "))));
        }
    }

    private static String describe(List<Sample> copies) {
        return copies.stream().map(ThyroidWarnings::describe).collect(Collectors.joining(" = "));
    }

    private static String describe(Sample sample) {
        String score = sample.metadata().get("tirads");
        return score == null ? sample.id() : "%s (TIRADS %s)".formatted(sample.id(), score);
    }
}
