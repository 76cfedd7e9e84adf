/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import java.util.function.IntFunction;
import org.modan.contract.Verdicts;
import org.modan.nn.layer.Linear;
import org.modan.nn.loss.Loss;
import org.modan.nn.loss.NtXentLoss;
import org.modan.spi.Affinity;
import org.modan.spi.Layer;
import org.modan.spi.Objective;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;

/** A sound objective of which each test spoils one thing. */
final class TestObjective implements Objective {

    private int views = 2;
    private IntFunction<Layer> head = features -> new Linear(features, 5);
    private Loss loss = new NtXentLoss(0.5);
    private boolean usesMetadata;
    private boolean usesClasses;
    private Optional<Affinity> affinity = Optional.empty();
    private TrainingRecipe defaults = TrainingRecipe.of(10, 8, OptimizerSpec.sgd(0.1));

    TestObjective views(int value) {
        views = value;
        return this;
    }

    TestObjective head(IntFunction<Layer> value) {
        head = value;
        return this;
    }

    TestObjective loss(Loss value) {
        loss = value;
        return this;
    }

    TestObjective usingMetadata() {
        usesMetadata = true;
        return this;
    }

    TestObjective usingClasses() {
        usesClasses = true;
        return this;
    }

    TestObjective affinity(Affinity value) {
        affinity = Optional.of(value);
        return this;
    }

    TestObjective defaults(TrainingRecipe value) {
        defaults = value;
        return this;
    }

    Verdicts verdicts() {
        return TestStrategy.training(() -> this).verdicts();
    }

    @Override
    public int viewsPerImage() {
        return views;
    }

    @Override
    public Layer head(int features) {
        return head.apply(features);
    }

    @Override
    public NDArray loss(NDArray outputs, Targets targets) {
        return loss.of(outputs, targets);
    }

    @Override
    public boolean usesMetadata() {
        return usesMetadata;
    }

    @Override
    public boolean usesClasses() {
        return usesClasses;
    }

    @Override
    public Optional<Affinity> affinity() {
        return affinity;
    }

    @Override
    public TrainingRecipe defaults() {
        return defaults;
    }
}
