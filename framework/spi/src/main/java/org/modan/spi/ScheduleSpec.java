/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * How the learning rate changes from epoch to epoch.
 *
 * @since 1.0
 */
public final class ScheduleSpec {

    /** The shapes there are. */
    public enum Shape {
        CONSTANT,
        STEP,
        COSINE
    }

    private final Shape shape;
    private final int stepEpochs;
    private final double gamma;
    private final int warmupEpochs;

    private ScheduleSpec(Shape shape, int stepEpochs, double gamma, int warmupEpochs) {
        this.shape = shape;
        this.stepEpochs = stepEpochs;
        this.gamma = gamma;
        this.warmupEpochs = warmupEpochs;
    }

    public static ScheduleSpec constant() {
        return new ScheduleSpec(Shape.CONSTANT, 1, 1, 0);
    }

    /** Multiplies the rate by {@code gamma} after every {@code epochs}: PyTorch's StepLR. */
    public static ScheduleSpec step(int epochs, double gamma) {
        return new ScheduleSpec(Shape.STEP, epochs, gamma, 0);
    }

    /** Half a cosine from the full rate towards zero: PyTorch's CosineAnnealingLR. */
    public static ScheduleSpec cosine() {
        return new ScheduleSpec(Shape.COSINE, 1, 1, 0);
    }

    /**
     * The same, after a linear rise over the first epochs: epoch {@code e} (from 0) of {@code w}
     * uses {@code (e + 1) / w} of the rate the schedule would start with.
     */
    public ScheduleSpec withWarmup(int epochs) {
        return new ScheduleSpec(shape, stepEpochs, gamma, epochs);
    }

    public Shape shape() {
        return shape;
    }

    public int stepEpochs() {
        return stepEpochs;
    }

    public double gamma() {
        return gamma;
    }

    public int warmupEpochs() {
        return warmupEpochs;
    }
}
