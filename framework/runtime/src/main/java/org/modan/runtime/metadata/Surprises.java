/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modan.spi.Affinity;
import org.modan.spi.MetadataField;

/** Fields that make positives of other pairs than somebody who chose them may believe. */
final class Surprises {

    /**
     * Of the pairs that are positives with a field or without it, those it may change unremarked.
     * Then an anchor has at most about a twentieth more or fewer positives among other images.
     */
    private static final double NOTABLE_SHARE = 0.05;

    private final MetadataTarget target;
    private final Affinity affinity;
    private final List<MetadataField> fields;
    private final FieldMatches matches;

    Surprises(MetadataTarget target, Affinity affinity) {
        this.target = target;
        this.affinity = affinity;
        this.fields = target.corpusInfo().fields();
        this.matches = new FieldMatches(fields, affinity);
    }

    /** They tell nothing apart, but count in every similarity. */
    List<FieldEffect> ofFieldsOfOneValue() {
        return numbers(false)
                .mapToObj(field -> target.effectOf(field, affinity))
                .filter(effect -> effect.share() > NOTABLE_SHARE)
                .toList();
    }

    /**
     * The field among the others that changes most. One that tells images apart is chosen for the
     * pairs it gains: they are no surprise while as many equal values are enough as without it. Nor
     * is what a rule by which all must be equal loses.
     */
    Optional<FieldEffect> ofOtherFields() {
        if (!matches.isCountable() || matches.allMustBeEqual()) {
            return Optional.empty();
        }
        return numbers(true)
                .mapToObj(
                        field -> {
                            FieldEffect effect = target.effectOf(field, affinity);
                            double share =
                                    matches.needsAsManyWithout(field)
                                            ? effect.shareLost()
                                            : effect.share();
                            return Optional.of(effect).filter(found -> share > NOTABLE_SHARE);
                        })
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(FieldEffect::share));
    }

    /**
     * A single field is what an encoder is to learn. Beside fields of one value, whose effect would
     * be told of others, and where all would take long, only the one added last.
     */
    private IntStream numbers(boolean varying) {
        int count = fields.size();
        boolean allOfThem =
                target.isQuickToCompare(2 * count) && (!varying || matches.varying(count) == count);
        return IntStream.range(count < 2 ? count : allOfThem ? 0 : count - 1, count)
                .filter(field -> FieldMatches.varies(fields.get(field)) == varying);
    }
}
