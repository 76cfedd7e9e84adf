/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.Declaration;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Options;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.TransferEvaluator;

/**
 * What every evaluator must keep, whichever of the four kinds it is of: it is asked to score the
 * fold of a {@link PhantomTask}, or to map the features of a small corpus.
 */
public final class EvaluatorContract {

    private final EvaluatorSubject subject;

    private EvaluatorContract(EvaluatorSubject subject) {
        this.subject = subject;
    }

    /**
     * @param options what the evaluator is created with: validated, defaults filled in
     */
    public static EvaluatorContract of(EvaluatorFactory factory, Options options) {
        return new EvaluatorContract(new EvaluatorSubject(factory, options));
    }

    /**
     * The checks, each independent of the others, in the order to show them. The evaluator is
     * created once, to see of which kind it is.
     */
    public List<Check> checks() {
        List<Check> checks =
                new ArrayList<>(new Declaration(subject.factory(), subject.options()).checks());
        checks.add(new Check("it is created with its options", subject::create));
        checks.add(new Check("it is of one kind that the host knows", subject::requireOneKind));
        Optional<Evaluator> evaluator = evaluator();
        evaluator.ifPresent(made -> checks.addAll(checksOf(made)));
        return List.copyOf(checks);
    }

    /** In the order in which the host asks for kinds. */
    private List<Check> checksOf(Evaluator evaluator) {
        List<Check> checks = new ArrayList<>();
        if (evaluator instanceof TransferEvaluator) {
            checks.addAll(
                    scoreChecks(() -> FoldScoring.by(subject.create(TransferEvaluator.class))));
            checks.addAll(new TransferChecks(subject).checks());
        } else if (evaluator instanceof ProbeEvaluator) {
            checks.addAll(scoreChecks(() -> FoldScoring.by(subject.create(ProbeEvaluator.class))));
        } else if (evaluator instanceof ControlEvaluator) {
            checks.addAll(
                    scoreChecks(() -> FoldScoring.by(subject.create(ControlEvaluator.class))));
            checks.addAll(new ControlChecks(subject).checks());
        } else if (evaluator instanceof RepresentationEvaluator) {
            checks.addAll(new RepresentationChecks(subject).checks());
        }
        return checks;
    }

    private static List<Check> scoreChecks(Supplier<FoldScoring> scorings) {
        List<Check> checks = new ArrayList<>(new ScoreChecks(scorings).checks());
        checks.addAll(new TestPartChecks(scorings).checks());
        checks.add(new DirectionCheck(scorings).check());
        return checks;
    }

    /** Empty where the check of creation will say why. */
    private Optional<Evaluator> evaluator() {
        try {
            return Optional.of(subject.create());
        } catch (RuntimeException | LinkageError | ContractViolation e) {
            return Optional.empty();
        }
    }
}
