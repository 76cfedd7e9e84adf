/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.runtime.experiment.ArmConfig;
import org.modan.spi.TrainingRecipe;

/**
 * What trained arms of one experiment differ in besides their strategy: a difference between their
 * results may come from that instead.
 *
 * <p>Looked at are all settings of the training, and those options that arms of different
 * strategies have in common, such as the width of a projection head. Arms of one strategy may
 * differ in its options: that is what they are there for.
 */
final class ArmDifferences {

    private record Trained(ArmConfig arm, Map<String, Object> settings) {}

    private ArmDifferences() {}

    /**
     * @param recipes of the arms that are trained
     * @return each setting with its values and the arms that have them; empty if there is none
     */
    static Optional<String> of(List<ArmConfig> arms, Map<ArmConfig, TrainingRecipe> recipes) {
        List<Trained> trained = new ArrayList<>();
        for (ArmConfig arm : arms) {
            Optional.ofNullable(recipes.get(arm))
                    .map(recipe -> new Trained(arm, flat(RecipeRecord.of(recipe))))
                    .ifPresent(trained::add);
        }
        Map<String, Map<Object, List<String>>> values = new LinkedHashMap<>();
        for (Trained one : trained) {
            one.settings().forEach((name, value) -> note(values, name, value, one.arm()));
        }
        commonOptions(trained)
                .forEach(
                        name ->
                                trained.forEach(
                                        one ->
                                                Optional.ofNullable(
                                                                one.arm()
                                                                        .options()
                                                                        .asMap()
                                                                        .get(name))
                                                        .ifPresent(
                                                                value ->
                                                                        note(
                                                                                values, name, value,
                                                                                one.arm()))));
        List<String> differences = new ArrayList<>();
        values.forEach(
                (name, armsOf) -> {
                    if (armsOf.size() > 1) {
                        differences.add(name + " " + text(armsOf));
                    }
                });
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "arms differ in more than their strategy, and so may their results: "
                                + String.join("; ", differences));
    }

    private static void note(
            Map<String, Map<Object, List<String>>> values,
            String name,
            Object value,
            ArmConfig arm) {
        values.computeIfAbsent(name, key -> new LinkedHashMap<>())
                .computeIfAbsent(value, key -> new ArrayList<>())
                .add(arm.id());
    }

    /** Names of options that arms of several strategies have. */
    private static List<String> commonOptions(List<Trained> trained) {
        Map<String, Set<String>> strategiesOf = new LinkedHashMap<>();
        for (Trained one : trained) {
            one.arm()
                    .options()
                    .asMap()
                    .keySet()
                    .forEach(
                            name ->
                                    strategiesOf
                                            .computeIfAbsent(name, key -> new HashSet<>())
                                            .add(one.arm().strategy()));
        }
        return strategiesOf.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@code {optimizer: {lr: 0.1}}} as {@code {optimizer.lr: 0.1}}. */
    private static Map<String, Object> flat(Map<String, Object> settings) {
        Map<String, Object> flat = new LinkedHashMap<>();
        settings.forEach(
                (name, value) -> {
                    if (value instanceof Map<?, ?> section) {
                        section.forEach((key, inner) -> flat.put(name + "." + key, inner));
                    } else {
                        flat.put(name, value);
                    }
                });
        return flat;
    }

    private static String text(Map<Object, List<String>> armsOf) {
        List<String> texts = new ArrayList<>();
        armsOf.forEach(
                (value, arms) -> texts.add("%s (%s)".formatted(value, String.join(", ", arms))));
        return String.join(", ", texts);
    }
}
