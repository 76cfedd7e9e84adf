/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.contract.Cpu;
import org.modan.nn.layer.Host;
import org.modan.nn.layer.Parameters;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Objective;

/** Asks the engine for the gradient of a loss through the head, as a step does. */
final class HeadProbe {

    private static final int IMAGES = 6;

    private final StrategySubject subject;

    HeadProbe(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    /**
     * The gradient in the features, and in every parameter of the head that is trained.
     *
     * @param meanwhile happens between the loss and its gradient
     * @return row-major values by what they are of, {@code features} the first
     */
    Map<String, float[]> gradients(Runnable meanwhile) {
        Objective objective = subject.objective();
        int rows = objective.viewsPerImage() * IMAGES;
        try (NDManager manager = Cpu.newManager();
                NDScope scope = new NDScope();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            Layer head = StrategySubject.head(objective, StrategySubject.FEATURES, manager);
            NDArray features = StrategySubject.features(rows, StrategySubject.FEATURES, manager);
            features.setRequiresGradient(true); // as an encoder's do
            NDArray loss =
                    LossProbe.loss(
                            objective,
                            head.forward(features, Mode.TRAIN),
                            BatchTargets.Kind.MIXED
                                    .of(subject.corpus(), IMAGES)
                                    .toTargets(manager));
            LossProbe.requireScalar(loss);
            meanwhile.run();
            LossProbe.differentiate(loss, collector);
            Map<String, float[]> gradients = new LinkedHashMap<>();
            gradients.put("features", Host.floats(features.getGradient()));
            Parameters.trainable(head)
                    .forEach(
                            (name, parameter) ->
                                    gradients.put(
                                            "head." + name,
                                            Host.floats(parameter.array().getGradient())));
            return gradients;
        }
    }
}
