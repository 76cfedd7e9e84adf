/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.Declaration;
import org.modan.contract.phantom.PhantomCorpus;
import org.modan.spi.CorpusInfo;
import org.modan.spi.Initialization;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategyFactory;

/**
 * What every pretraining strategy must keep. All strategies are asked to describe themselves and to
 * say how an encoder starts; those that train are asked for losses and gradients on small batches,
 * those that load for the file they name.
 */
public final class StrategyContract {

    private static final CorpusInfo EMPTY = CorpusInfo.of(0, List.of(), List.of());

    private final StrategySubject subject;

    private StrategyContract(StrategySubject subject) {
        this.subject = subject;
    }

    /**
     * A strategy asked about {@link PhantomCorpus#info()}.
     *
     * @param options what the strategy is created with: validated, defaults filled in
     */
    public static StrategyContract of(PretrainStrategyFactory factory, Options options) {
        return new StrategyContract(new StrategySubject(factory, options, PhantomCorpus.info()));
    }

    /** The same asked about another corpus, for a strategy that needs fields of its own. */
    public StrategyContract about(CorpusInfo corpus) {
        return new StrategyContract(subject.about(corpus));
    }

    /**
     * The checks, each independent of the others, in the order to show them. The strategy is
     * created once, to see whether it trains.
     */
    public List<Check> checks() {
        List<Check> checks =
                new ArrayList<>(new Declaration(subject.factory(), subject.options()).checks());
        checks.add(new Check("it is created with its options", subject::create));
        checks.add(new Check("it says how an encoder starts", subject::initialization));
        checks.add(new Check("it can be described without a corpus", this::isDescribed));
        Optional<Initialization> start = start();
        if (start.isPresent() && start.get() instanceof Initialization.Train) {
            checks.addAll(new ObjectiveChecks(subject).checks());
            checks.addAll(new HeadChecks(subject).checks());
            checks.addAll(new LossChecks(subject).checks());
            checks.addAll(new LossMemoryChecks(subject).checks());
            checks.addAll(new LossConstancyChecks(subject).checks());
            checks.addAll(new LossDependenceChecks(subject).checks());
        }
        if (start.isPresent() && start.get() instanceof Initialization.Load) {
            checks.add(new Check("the weights it names are a file", this::namesFile));
        }
        return List.copyOf(checks);
    }

    /** Empty where the checks of creation will say why. */
    private Optional<Initialization> start() {
        try {
            return Optional.of(subject.initialization());
        } catch (RuntimeException | LinkageError | ContractViolation e) {
            return Optional.empty();
        }
    }

    private void isDescribed() {
        try {
            subject.create().initialize(EMPTY);
        } catch (ModanException e) {
            // It may need what this corpus lacks, and says so.
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "initialize(corpus) fails without an image, a field or a class (%s); `modan describe` asks so: answer, or throw a ModanException that says what is missing"
                            .formatted(e),
                    e);
        }
    }

    private void namesFile() {
        if (subject.initialization() instanceof Initialization.Load load) {
            Path weights = load.weights();
            if (!Files.isRegularFile(weights)) {
                throw new ContractViolation(
                        "it loads %s, which is no file; give the suite an option that names one"
                                .formatted(weights));
            }
        }
    }
}
