/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.spi.CorpusInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;
import org.modan.spi.Option;

/** How much each metadata field counts in the similarity of two images. */
final class FieldWeights {

    /** More decimals or larger weights would not be exact in float32 when summed. */
    private static final int DECIMALS = 3;

    private static final int LARGEST = 1000;

    static final Option<Map<String, Double>> OPTION =
            Option.numbers(
                            "field-weights",
                            "how much a shared value of each field counts, such as {modality: 2, anatomy: 1}; 1 for a field that is not named, and for all if left out")
                    .where(
                            "from 0 to %d each, of at most %d decimals"
                                    .formatted(LARGEST, DECIMALS),
                            weights -> weights.values().stream().allMatch(FieldWeights::isAllowed))
                    .optional();

    private final Map<String, Double> byField;

    FieldWeights(Map<String, Double> byField) {
        this.byField = Map.copyOf(byField);
    }

    private static boolean isAllowed(double weight) {
        return weight >= 0
                && weight <= LARGEST
                && BigDecimal.valueOf(weight).stripTrailingZeros().scale() <= DECIMALS;
    }

    /**
     * The similarity with these weights of the columns of a corpus's metadata.
     *
     * @param threshold the least similarity of a positive
     * @throws ModanException if a weight is of no field of the corpus, or none is above 0
     */
    JaccardAffinity affinity(double threshold, CorpusInfo corpus) {
        List<MetadataField> fields = corpus.fields();
        // Without fields there is nothing to weigh; the host asks for some before it trains.
        if (byField.isEmpty() || fields.isEmpty()) {
            return JaccardAffinity.of(threshold);
        }
        List<String> names = fields.stream().map(MetadataField::name).toList();
        requireKnown(names);
        if (names.stream().allMatch(name -> weight(name) == 0)) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "field-weights: all fields have weight 0; give one of %s more"
                            .formatted(String.join(", ", names)));
        }
        int decimals = names.stream().mapToInt(name -> decimals(weight(name))).max().orElse(0);
        return JaccardAffinity.weighted(
                threshold,
                fields.stream()
                        .flatMapToInt(
                                field ->
                                        field.values().stream()
                                                .mapToInt(value -> whole(field.name(), decimals)))
                        .toArray());
    }

    private void requireKnown(List<String> names) {
        TreeSet<String> unknown = new TreeSet<>(byField.keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "field-weights: no such field: %s; metadata has %s"
                            .formatted(String.join(", ", unknown), String.join(", ", names)));
        }
    }

    private double weight(String field) {
        return byField.getOrDefault(field, 1.0);
    }

    private static int decimals(double weight) {
        return Math.max(0, BigDecimal.valueOf(weight).stripTrailingZeros().scale());
    }

    private int whole(String field, int decimals) {
        return BigDecimal.valueOf(weight(field)).movePointRight(decimals).intValueExact();
    }
}
