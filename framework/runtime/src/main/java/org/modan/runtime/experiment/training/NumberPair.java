/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import java.util.List;
import java.util.Optional;

/** Two numbers given as a list: {@code [0.9, 0.999]}. */
record NumberPair(double first, double second) {

    /** Empty if the list holds anything but two finite numbers. */
    static Optional<NumberPair> parse(List<String> texts) {
        if (texts.size() != 2) {
            return Optional.empty();
        }
        try {
            NumberPair pair =
                    new NumberPair(
                            Double.parseDouble(texts.get(0)), Double.parseDouble(texts.get(1)));
            return Double.isFinite(pair.first) && Double.isFinite(pair.second)
                    ? Optional.of(pair)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    List<Double> toList() {
        return List.of(first, second);
    }
}
