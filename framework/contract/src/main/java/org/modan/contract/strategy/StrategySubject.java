/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.modan.contract.ContractViolation;
import org.modan.contract.Cpu;
import org.modan.contract.NotChecked;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.nn.layer.Host;
import org.modan.nn.layer.Parameters;
import org.modan.spi.CorpusInfo;
import org.modan.spi.Initialization;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Objective;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.spi.Seed;

/**
 * The strategy under inspection, made anew for every question as the host makes it.
 *
 * @param factory of the strategy
 * @param options it is created with
 * @param corpus it is asked about
 */
record StrategySubject(PretrainStrategyFactory factory, Options options, CorpusInfo corpus) {

    /** Width of the features that heads are put on. */
    static final int FEATURES = 24;

    private static final Seed SEED = new Seed(6);

    StrategySubject {
        requireNonNull(factory, "factory is null");
        requireNonNull(options, "options is null");
        requireNonNull(corpus, "corpus is null");
    }

    StrategySubject about(CorpusInfo other) {
        return new StrategySubject(factory, options, other);
    }

    PretrainStrategy create() {
        PretrainStrategy strategy = factory.create(options, new RecordingPluginContext());
        if (strategy == null) {
            throw new ContractViolation(
                    "create(options, context) gave null; it must give a strategy, or throw a ModanException that says why not");
        }
        return strategy;
    }

    /**
     * @throws NotChecked if it refuses the corpus, which may lack what it needs
     */
    Initialization initialization() {
        Initialization initialization;
        try {
            initialization = create().initialize(corpus);
        } catch (ModanException e) {
            throw new NotChecked(
                    "initialize(corpus) refused a corpus with the fields %s and %d classes: %s; if that is right, ask about a corpus it takes"
                            .formatted(fieldNames(), corpus.classes().size(), e.getMessage()),
                    e);
        }
        if (initialization == null) {
            throw new ContractViolation(
                    "initialize(corpus) gave null; it must give one of Initialization.train, load and random");
        }
        return initialization;
    }

    /**
     * @throws ContractViolation if it does not train
     */
    Objective objective() {
        if (initialization() instanceof Initialization.Train train) {
            return train.objective();
        }
        throw new ContractViolation(
                "initialize(corpus) gave an objective once, but none when asked again for the same corpus");
    }

    /** What the objective's head gives for features drawn evenly from -1 to 1. */
    static Outputs outputs(Objective objective, int images) {
        return outputs(objective, images, features -> features);
    }

    /**
     * What the objective's head gives for other features than those. A loss may count on what its
     * head does to them, so outputs are never made up without it.
     */
    static Outputs outputs(Objective objective, int images, UnaryOperator<NDArray> change) {
        int views = objective.viewsPerImage();
        try (NDManager manager = Cpu.newManager();
                NDScope scope = new NDScope()) {
            Layer head = head(objective, FEATURES, manager);
            NDArray features = change.apply(features(views * images, FEATURES, manager));
            return new Outputs(Host.floats(head.forward(features, Mode.TRAIN)), views, images);
        }
    }

    /** A head with first values, owned by the manager. */
    static Layer head(Objective objective, int features, NDManager manager) {
        Layer head = objective.head(features);
        if (head == null) {
            throw new ContractViolation(
                    "head(%d) is null; an objective that needs none gives a layer without parameters that returns its input"
                            .formatted(features));
        }
        Parameters.initialise(head, manager, SEED.derive("head"));
        return head;
    }

    static NDArray features(int rows, int width, NDManager manager) {
        RandomGenerator random = SEED.derive("features", rows, width).random();
        float[] values = new float[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return manager.create(values, new Shape(rows, width));
    }

    private String fieldNames() {
        return String.join(", ", corpus.fields().stream().map(field -> field.name()).toList());
    }
}
