/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.TransferEvaluator;

/** The kinds of evaluators, by what they are given and what they give. */
public enum EvaluatorKind {
    /** Scores an encoder that it trains further. */
    TRANSFER(TransferEvaluator.class),
    /** Scores an encoder by its features. */
    PROBE(ProbeEvaluator.class),
    /** Scores what can be had without any encoder. */
    CONTROL(ControlEvaluator.class),
    /** Lays out the corpus, and scores nothing. */
    REPRESENTATION(RepresentationEvaluator.class);

    private final Class<? extends Evaluator> type;

    EvaluatorKind(Class<? extends Evaluator> type) {
        this.type = type;
    }

    /** Empty if it is of none that this version knows. */
    public static Optional<EvaluatorKind> of(Evaluator evaluator) {
        return Stream.of(values()).filter(kind -> kind.type.isInstance(evaluator)).findFirst();
    }

    /** The kind that a file names; empty if this version knows no such. */
    public static Optional<EvaluatorKind> find(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /** Its name in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its scores tell arms apart. */
    public boolean scoresEncoders() {
        return this == TRANSFER || this == PROBE;
    }
}
