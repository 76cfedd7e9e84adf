/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Options;

/** What every evaluator must keep. */
public final class EvaluatorContract {

    private final EvaluatorFactory factory;
    private final Options options;

    private EvaluatorContract(EvaluatorFactory factory, Options options) {
        this.factory = requireNonNull(factory, "factory is null");
        this.options = requireNonNull(options, "options is null");
    }

    /**
     * @param options what the evaluator is created with: validated, defaults filled in
     */
    public static EvaluatorContract of(EvaluatorFactory factory, Options options) {
        return new EvaluatorContract(factory, options);
    }

    /** The checks, each independent of the others, in the order to show them. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(new Declaration(factory, options).checks());
        checks.add(new Check("it is created with its options", this::isCreated));
        return List.copyOf(checks);
    }

    private void isCreated() {
        if (factory.create(options, new RecordingPluginContext()) == null) {
            throw new ContractViolation(
                    "create(options, context) gave null; it must give a evaluator or throw a ModanException that says why not");
        }
    }
}
