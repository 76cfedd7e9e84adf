/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.modan.contract.ContractViolation;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Options;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.TransferEvaluator;

/**
 * The evaluator under inspection, made anew for every question as the host makes it.
 *
 * @param factory of the evaluator
 * @param options it is created with
 */
record EvaluatorSubject(EvaluatorFactory factory, Options options) {

    private static final List<Class<? extends Evaluator>> KINDS =
            List.of(
                    TransferEvaluator.class,
                    ProbeEvaluator.class,
                    ControlEvaluator.class,
                    RepresentationEvaluator.class);

    EvaluatorSubject {
        requireNonNull(factory, "factory is null");
        requireNonNull(options, "options is null");
    }

    Evaluator create() {
        Evaluator evaluator = factory.create(options, new RecordingPluginContext());
        if (evaluator == null) {
            throw new ContractViolation(
                    "create(options, context) gave null; it must give an evaluator, or throw a ModanException that says why not");
        }
        return evaluator;
    }

    <T extends Evaluator> T create(Class<T> kind) {
        Evaluator evaluator = create();
        if (!kind.isInstance(evaluator)) {
            throw new ContractViolation(
                    "create(options, context) gave a %s once, but none when asked again"
                            .formatted(kind.getSimpleName()));
        }
        return kind.cast(evaluator);
    }

    void requireOneKind() {
        Evaluator evaluator = create();
        List<String> kinds =
                kinds().filter(kind -> kind.isInstance(evaluator))
                        .map(Class::getSimpleName)
                        .toList();
        if (kinds.size() != 1) {
            throw new ContractViolation(
                    "the evaluator is %s; the host knows how to ask one of %s, and only one of them"
                            .formatted(
                                    kinds.isEmpty()
                                            ? "of no kind the host knows"
                                            : String.join(" and ", kinds),
                                    String.join(", ", kinds().map(Class::getSimpleName).toList())));
        }
    }

    private static Stream<Class<? extends Evaluator>> kinds() {
        return KINDS.stream();
    }
}
