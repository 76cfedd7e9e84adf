/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.contract.dataset.DatasetContract;
import org.modan.contract.evaluator.EvaluatorContract;
import org.modan.contract.strategy.StrategyContract;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategyFactory;

/** Runs the contract of an extension; whatever it throws is a failed check. */
final class Contracts {

    private Contracts() {}

    /**
     * Every check of an extension, not made yet.
     *
     * @throws ModanException if the extension fails while it is asked which checks concern it
     */
    static List<Check> of(Subject subject) {
        return PluginCall.unplaced(subject.extension(), "its contract", () -> checks(subject));
    }

    static Result run(Check check, Subject subject) {
        try {
            return PluginCall.unplaced(subject.extension(), "this check", () -> run(check));
        } catch (ModanException e) {
            return Result.failed(check.name(), e.getMessage());
        }
    }

    private static List<Check> checks(Subject subject) {
        ExtensionFactory factory = subject.extension().factory();
        Options options = subject.given().options();
        if (subject.kind() == ExtensionKind.STRATEGY) {
            return StrategyContract.of((PretrainStrategyFactory) factory, options).checks();
        }
        if (subject.kind() == ExtensionKind.DATASET) {
            return DatasetContract.of((DatasetAdapterFactory) factory, options).checks();
        }
        if (subject.kind() == ExtensionKind.EVALUATOR) {
            return EvaluatorContract.of((EvaluatorFactory) factory, options).checks();
        }
        throw new IllegalArgumentException("no contract for a " + subject.kind());
    }

    private static Result run(Check check) {
        try {
            check.body().run();
            return Result.ok(check.name());
        } catch (ContractViolation e) {
            return Result.failed(check.name(), e.getMessage());
        } catch (NotChecked e) {
            return Result.skipped(check.name(), e.getMessage());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            return Result.failed(check.name(), "it threw " + e);
        }
    }
}
