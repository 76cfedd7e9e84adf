/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.modan.spi.EpochReport;

/**
 * What an epoch has summed up so far, for its report.
 *
 * @param steps done
 * @param images seen, views counted once
 * @param loss sum over the images
 * @param gradientNorm sum over the steps
 * @param positives sum over the images of {@link BatchLoss#positivesPerAnchor}; empty where the
 *     loss has none, and before the first step
 * @param seconds taken
 * @since 1.0
 */
public record EpochProgress(
        int steps,
        long images,
        double loss,
        double gradientNorm,
        OptionalDouble positives,
        double seconds) {

    /** Before the first step. */
    public static final EpochProgress NONE =
            new EpochProgress(0, 0, 0, 0, OptionalDouble.empty(), 0);

    public EpochProgress {
        requireNonNull(positives, "positives is null");
        if (steps < 0 || images < 0) {
            throw new IllegalArgumentException("%d steps of %d images".formatted(steps, images));
        }
    }

    EpochProgress plus(
            int batch, StepResult result, OptionalDouble positivesPerAnchor, double took) {
        return new EpochProgress(
                steps + 1,
                images + batch,
                loss + result.loss() * batch,
                gradientNorm + result.gradientNorm(),
                plusPositives(batch, positivesPerAnchor),
                seconds + took);
    }

    /**
     * @param epoch from 1
     * @param epochs in all
     */
    EpochReport report(int epoch, int epochs, double learningRate) {
        EpochReport report =
                EpochReport.of(epoch, epochs, loss / images, learningRate, images / seconds)
                        .withGradientNorm(gradientNorm / steps);
        return positives.isPresent()
                ? report.withPositivesPerAnchor(positives.getAsDouble() / images)
                : report;
    }

    /** A batch without a number leaves the epoch without one: a mean over some would mislead. */
    private OptionalDouble plusPositives(int batch, OptionalDouble perAnchor) {
        boolean hasSum = steps == 0 || positives.isPresent();
        return hasSum && perAnchor.isPresent()
                ? OptionalDouble.of(positives.orElse(0) + perAnchor.getAsDouble() * batch)
                : OptionalDouble.empty();
    }
}
