/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.modan.spi.Affinity;
import org.modan.spi.MetadataField;

/** What a user should know of a choice of metadata fields before training on it. */
public final class MetadataWarnings {

    private MetadataWarnings() {}

    /** Of fields that tell nothing apart. */
    public static List<String> ofFields(MetadataTarget target) {
        List<String> warnings = new ArrayList<>();
        for (MetadataField field : target.corpusInfo().fields()) {
            if (!FieldMatches.varies(field)) {
                Map<String, Integer> counts = target.counts().get(field.name());
                String value = field.values().get(0);
                warnings.add(
                        "%s has one value only, %s (%d of %d images): it makes all that have it more alike and tells none of them apart; leave it out"
                                .formatted(
                                        field.name(),
                                        value,
                                        counts.get(value),
                                        target.corpusInfo().images()));
            }
        }
        return warnings;
    }

    /**
     * Of positives that are others than somebody who added a field may believe: the threshold has
     * become another rule, or a field moved many pairs over it.
     *
     * @param positives what the affinity makes of all fields
     */
    public static List<String> ofPositives(
            MetadataTarget target, Affinity affinity, PositivePairs positives, int batchSize) {
        Optional<String> rule = ofRule(target, affinity, positives, batchSize);
        List<String> warnings = new ArrayList<>(rule.stream().toList());
        Surprises surprises = new Surprises(target, affinity);
        List<FieldEffect> effects = new ArrayList<>(surprises.ofFieldsOfOneValue());
        if (rule.isEmpty() && effects.isEmpty()) {
            surprises.ofOtherFields().ifPresent(effects::add);
        }
        effects.forEach(effect -> warnings.add(describe(effect, positives, batchSize)));
        return warnings;
    }

    private static String describe(FieldEffect effect, PositivePairs positives, int batchSize) {
        List<String> changes = new ArrayList<>();
        if (effect.gained().pairs() > 0) {
            changes.add(describe(effect.gained(), "positive"));
        }
        if (effect.lost().pairs() > 0) {
            changes.add(describe(effect.lost(), "no longer positive"));
        }
        return "%s makes %s; positives per anchor in batches of %d: %s, without %s %s"
                .formatted(
                        effect.field(),
                        String.join(" and ", changes),
                        batchSize,
                        decimal(positives.expectedPerAnchor(batchSize)),
                        effect.field(),
                        decimal(positives.expectedPerAnchor(effect.shareWithout(), batchSize)));
    }

    private static String describe(FieldEffect.Change change, String what) {
        return "%d pairs %s (most by similarity %s instead of %s)"
                .formatted(
                        change.pairs(),
                        what,
                        SimilarityText.of(change.with()),
                        SimilarityText.of(change.without()));
    }

    /**
     * Of a threshold that has become another rule by the number of fields: fewer equal fields were
     * enough with the first of them alone. That all must be equal, however many there are, is a
     * rule that was meant.
     */
    private static Optional<String> ofRule(
            MetadataTarget target, Affinity affinity, PositivePairs positives, int batchSize) {
        List<MetadataField> fields = target.corpusInfo().fields();
        FieldMatches matches = new FieldMatches(fields, affinity);
        if (!matches.isCountable() || matches.allMustBeEqual()) {
            return Optional.empty();
        }
        int needed = matches.needed(fields.size());
        OptionalInt before =
                IntStream.iterate(fields.size() - 1, count -> count > 0, count -> count - 1)
                        .filter(count -> matches.varying(count) > 1)
                        .filter(count -> matches.needed(count) < needed)
                        .findFirst();
        if (needed == FieldMatches.NEVER || before.isEmpty()) {
            return Optional.empty();
        }
        int count = before.getAsInt();
        double fewer =
                target.positivesOfFirst(count, affinity, positives.views())
                        .map(pairs -> pairs.expectedPerAnchor(batchSize))
                        .orElse(Double.NaN);
        return Optional.of(
                "with %s a pair needs %s to be a positive, with %s %d was enough; positives per anchor in batches of %d: %s, with %s alone %s%s"
                        .formatted(
                                names(fields, fields.size()),
                                equalFields(needed),
                                names(fields, count),
                                matches.needed(count),
                                batchSize,
                                decimal(positives.expectedPerAnchor(batchSize)),
                                names(fields, count),
                                decimal(fewer),
                                remedy(matches, count)));
    }

    private static String remedy(FieldMatches matches, int count) {
        float left = matches.similarityLeft(count);
        BigDecimal threshold = new BigDecimal(Float.toString(left)).setScale(3, RoundingMode.FLOOR);
        if (threshold.signum() <= 0) {
            return "";
        }
        return ". Pairs with %s now have similarity %s: a threshold of %s or less keeps them"
                .formatted(
                        equalFields(matches.needed(count)),
                        SimilarityText.of(left),
                        threshold.stripTrailingZeros().toPlainString());
    }

    private static String names(List<MetadataField> fields, int count) {
        return fields.subList(0, count).stream()
                .map(MetadataField::name)
                .collect(Collectors.joining(", "));
    }

    private static String equalFields(int count) {
        return count == 1 ? "1 equal value" : count + " equal values";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
