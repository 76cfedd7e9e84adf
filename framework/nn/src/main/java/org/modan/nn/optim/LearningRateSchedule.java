/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import org.modan.spi.ScheduleSpec;

/**
 * The learning rate of every epoch {@code e} from 0. With base rate {@code r}, {@code w} epochs of
 * warm-up, {@code T = epochs - w} and {@code t = e - w}:
 *
 * <pre>
 * warm-up    r * (e + 1) / w                       for e &lt; w
 * constant   r
 * step       r * gamma^floor(t / stepEpochs)       PyTorch's StepLR
 * cosine     r * (1 + cos(pi * t / T)) / 2         PyTorch's CosineAnnealingLR to 0
 * </pre>
 *
 * <p>Cosine: Loshchilov and Hutter, ICLR 2017, Eq. 5, without restarts.
 *
 * @since 1.0
 */
public final class LearningRateSchedule {

    private final ScheduleSpec spec;
    private final double baseRate;
    private final int epochs;

    private LearningRateSchedule(ScheduleSpec spec, double baseRate, int epochs) {
        this.spec = spec;
        this.baseRate = baseRate;
        this.epochs = epochs;
    }

    /**
     * @param epochs of the whole training, warm-up included
     */
    public static LearningRateSchedule of(ScheduleSpec spec, double baseRate, int epochs) {
        return new LearningRateSchedule(spec, baseRate, epochs);
    }

    /** The rate of an epoch, counted from 0. */
    public double rate(int epoch) {
        int warmup = spec.warmupEpochs();
        if (epoch < warmup) {
            return baseRate * (epoch + 1) / warmup;
        }
        int after = epoch - warmup;
        return switch (spec.shape()) {
            case CONSTANT -> baseRate;
            case STEP -> baseRate * StrictMath.pow(spec.gamma(), after / spec.stepEpochs());
            case COSINE -> baseRate * (1 + StrictMath.cos(Math.PI * after / (epochs - warmup))) / 2;
        };
    }
}
