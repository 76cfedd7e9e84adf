/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.DatasetContract;
import org.modan.contract.EvaluatorContract;
import org.modan.contract.NotChecked;
import org.modan.contract.StrategyContract;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.PluginCall;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategyFactory;

/** Runs the contract of an extension; whatever it throws is a failed check. */
final class Contracts {

    private Contracts() {}

    static List<Check> of(Extension<?> extension, Options options) {
        if (extension.factory() instanceof PretrainStrategyFactory factory) {
            return StrategyContract.of(factory, options).checks();
        }
        if (extension.factory() instanceof DatasetAdapterFactory factory) {
            return DatasetContract.of(factory, options).checks();
        }
        if (extension.factory() instanceof EvaluatorFactory factory) {
            return EvaluatorContract.of(factory, options).checks();
        }
        throw new IllegalArgumentException("no contract for " + extension.factory().getClass());
    }

    static Result run(Check check, Extension<?> extension) {
        try {
            return PluginCall.unplaced(extension, "this check", () -> run(check));
        } catch (ModanException e) {
            return Result.failed(check.name(), e.getMessage());
        }
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
