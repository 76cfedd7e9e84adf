/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.spi.CorpusInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;
import org.modan.spi.Option;

/** How much each metadata field counts in the similarity of two images. */
final class FieldWeights {

    /** They become whole numbers, which can only be summed exactly in float32 up to a size. */
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
     * @param warnings hears of weights that have no effect
     * @throws ModanException if a weight is of no field of the corpus, none is above 0, or they are
     *     too far apart
     */
    JaccardAffinity affinity(double threshold, CorpusInfo corpus, Consumer<String> warnings) {
        List<MetadataField> fields = corpus.fields();
        // Without fields there is nothing to weigh; the host asks for some before it trains.
        if (byField.isEmpty() || fields.isEmpty()) {
            return JaccardAffinity.of(threshold);
        }
        List<String> names = fields.stream().map(MetadataField::name).toList();
        requireKnown(corpus, names);
        warnOfOthers(corpus, names, warnings);
        if (names.stream().allMatch(name -> weight(name) == 0)) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "field-weights: all fields have weight 0; give one of %s more"
                            .formatted(String.join(", ", names)));
        }
        int decimals = names.stream().mapToInt(name -> decimals(weight(name))).max().orElse(0);
        int[] whole = names.stream().mapToInt(name -> whole(name, decimals)).toArray();
        int[] widths = fields.stream().mapToInt(field -> field.values().size()).toArray();
        try {
            return JaccardAffinity.ofGroups(threshold, whole, widths);
        } catch (IllegalArgumentException e) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "field-weights: too large together to be exact with %d decimals; use fewer decimals or smaller weights"
                            .formatted(decimals),
                    e);
        }
    }

    /** A field that {@code metadata:} names and no image has is the host's to refuse. */
    private void requireKnown(CorpusInfo corpus, List<String> names) {
        TreeSet<String> present = new TreeSet<>(names);
        present.addAll(corpus.otherFields());
        TreeSet<String> unknown = new TreeSet<>(byField.keySet());
        unknown.removeAll(present);
        corpus.missingFields().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "field-weights: no image of the corpus has the field %s; it has %s"
                            .formatted(String.join(", ", unknown), String.join(", ", present)));
        }
    }

    /** One arm's weights may serve every choice of fields that a matrix tries. */
    private void warnOfOthers(CorpusInfo corpus, List<String> names, Consumer<String> warnings) {
        TreeSet<String> others = new TreeSet<>(byField.keySet());
        others.retainAll(corpus.otherFields());
        if (!others.isEmpty()) {
            warnings.accept(
                    "field-weights: %s has no effect where metadata is %s"
                            .formatted(String.join(", ", others), String.join(", ", names)));
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
