/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.metadata.MetadataTarget;
import org.modan.runtime.metadata.MetadataWarnings;
import org.modan.runtime.metadata.PositivePairs;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.Affinity;
import org.modan.spi.Objective;

/** Finds out what an objective makes of a corpus's metadata, and warns of what may surprise. */
final class PositivesPlanner {

    private final Warnings warnings;
    private final Map<List<Object>, Optional<PositivePairs>> counted = new HashMap<>();
    private final Map<List<Object>, List<String>> surprises = new HashMap<>();

    @Inject
    PositivesPlanner(Warnings warnings) {
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @param place what the arm is in the experiment
     * @param extension whose objective it is
     * @param batchSize the arm's, in images
     * @return which images the objective pulls together; empty if it has no such pairs, or if there
     *     are too many to count
     */
    Optional<PositivePairs> plan(
            String place,
            Extension<?> extension,
            MetadataTarget target,
            Objective objective,
            int batchSize) {
        if (objective.usesMetadata()) {
            MetadataWarnings.ofFields(target).forEach(text -> warnings.add("metadata", text));
        }
        return PluginCall.of(
                extension,
                place,
                () ->
                        objective
                                .affinity()
                                .flatMap(
                                        affinity ->
                                                positives(
                                                        place, target, objective, affinity,
                                                        batchSize)));
    }

    private Optional<PositivePairs> positives(
            String place,
            MetadataTarget target,
            Objective objective,
            Affinity affinity,
            int batchSize) {
        int views = objective.viewsPerImage();
        // Arms often differ in other things: their pairs are counted once.
        Optional<PositivePairs> positives =
                counted.computeIfAbsent(
                        List.of(target, affinity, views),
                        unknown -> target.positives(affinity, views));
        if (!objective.usesMetadata()) {
            return positives;
        }
        if (positives.isEmpty()) {
            warnings.add(
                    place,
                    "the corpus's images differ in too many ways to count their positives; a field with a value for almost every image teaches nothing, leave it out");
        }
        positives
                .map(
                        pairs ->
                                surprises.computeIfAbsent(
                                        List.of(target, affinity, views, batchSize),
                                        unknown ->
                                                MetadataWarnings.ofPositives(
                                                        target, affinity, pairs, batchSize)))
                .orElse(List.of())
                .forEach(text -> warnings.add(place, text));
        return positives;
    }
}
