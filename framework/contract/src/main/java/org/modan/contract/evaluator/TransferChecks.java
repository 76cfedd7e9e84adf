/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.Cpu;
import org.modan.contract.phantom.PhantomTask;
import org.modan.contract.phantom.PhantomTransferFold;
import org.modan.nn.layer.Host;
import org.modan.spi.Encoder;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;
import org.modan.spi.TransferEvaluator;

/** What an evaluator that is given the encoder says of its training, and whether that is so. */
final class TransferChecks {

    private final EvaluatorSubject subject;

    TransferChecks(EvaluatorSubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("it says how often it trains the encoder", this::passesAreNumber),
                new Check(
                        "an encoder it says it does not train stays as it was",
                        this::frozenEncoderStays));
    }

    private void passesAreNumber() {
        OptionalDouble passes = subject.create(TransferEvaluator.class).trainingPasses();
        if (passes.isPresent()
                && !(passes.getAsDouble() >= 0 && Double.isFinite(passes.getAsDouble()))) {
            throw new ContractViolation(
                    "trainingPasses() is %s; it is a number of passes, at least 0, or empty"
                            .formatted(passes.getAsDouble()));
        }
    }

    private void frozenEncoderStays() {
        TransferEvaluator evaluator = subject.create(TransferEvaluator.class);
        OptionalDouble passes = evaluator.trainingPasses();
        if (passes.isEmpty() || passes.getAsDouble() > 0) {
            return;
        }
        try (NDManager manager = Cpu.newManager()) {
            PhantomTask task = PhantomTask.standard();
            PhantomTransferFold fold = task.phantomFold(manager, new Seed(3));
            FoldScoring onFold = (same, seed) -> evaluator.score(fold);
            onFold.scoreOrSkip(task, fold.seed());
            Map<String, Parameter> start = PhantomTransferFold.start(manager).parameters();
            fold.handedOut().forEach(encoder -> requireUnchanged(start, encoder));
        }
    }

    private static void requireUnchanged(Map<String, Parameter> start, Encoder encoder) {
        encoder.parameters()
                .forEach(
                        (name, parameter) -> {
                            // What the evaluator made in a manager of its own may be closed.
                            if (!parameter.array().isReleased()
                                    && !Host.bytes(parameter.array())
                                            .equals(Host.bytes(start.get(name).array()))) {
                                throw new ContractViolation(
                                        "trainingPasses() is 0, but scoring changed the encoder's %s; run a frozen encoder in Mode.EVALUATE and give none of its parameters to an optimiser"
                                                .formatted(name));
                            }
                        });
    }
}
