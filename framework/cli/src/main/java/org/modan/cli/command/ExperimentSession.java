/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.cli.progress.ProgressDisplay;
import org.modan.cli.progress.RunReporter;
import org.modan.runtime.Modan;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.OutputFolder;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Selection;
import org.modan.runtime.run.RunOutcome;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.listener.RunListeners;
import org.modan.runtime.tensorboard.TensorBoardListener;
import org.modan.spi.ModanException;

/** Starts the runtime for one experiment, and shows what it does. */
final class ExperimentSession {

    private static final String TENSORBOARD = "tensorboard";

    private final Environment environment;
    private final Console console;

    ExperimentSession(Environment environment, Console console) {
        this.environment = requireNonNull(environment, "environment is null");
        this.console = requireNonNull(console, "console is null");
    }

    ExitCode run(ExperimentSource source, Arguments arguments) {
        return with(
                source,
                arguments,
                (modan, experiment, selection, output) -> {
                    if (!arguments.has(CommonOptions.TENSORBOARD)) {
                        return run(modan, experiment, selection, output, Optional.empty());
                    }
                    Path events = output.resolve(TENSORBOARD);
                    console.tell("to watch: tensorboard --logdir " + environment.shown(events));
                    return run(modan, experiment, selection, output, Optional.of(events));
                });
    }

    /** Prints the matrix. */
    ExitCode plan(ExperimentSource source, Arguments arguments) {
        return with(
                source,
                arguments,
                (modan, experiment, selection, output) -> {
                    try (Plan plan = modan.plan(experiment, selection)) {
                        report(experiment, plan, output).print();
                    }
                    return ExitCode.DONE;
                });
    }

    /** Prints the matrix and what is known of the images. */
    ExitCode planWithData(ExperimentSource source, Arguments arguments) {
        return with(
                source,
                arguments,
                (modan, experiment, selection, output) -> {
                    try (Plan plan = modan.plan(experiment, selection)) {
                        report(experiment, plan, output).print();
                        console.print(DataReport.of(plan));
                        console.print(cost(modan, plan, output));
                    }
                    return ExitCode.DONE;
                });
    }

    /** A plan is of use without it, too: where no engine starts there is none. */
    private static List<String> cost(Modan modan, Plan plan, Path output) {
        CellStore cells = OutputFolder.cellsIn(output);
        try {
            return CostReport.lines(modan.cost(plan, cells::isDone));
        } catch (ModanException e) {
            return CostReport.unknown(e.getMessage());
        }
    }

    private interface Action {
        ExitCode apply(Modan modan, ExperimentFile experiment, Selection selection, Path output);
    }

    private ExitCode with(ExperimentSource source, Arguments arguments, Action action) {
        Selection selection = Selection.parse(arguments.values(CommonOptions.ONLY));
        try (PluginSession session = PluginSession.start(environment, arguments, console)) {
            Modan modan = session.modan();
            ExperimentFile experiment = source.read(modan);
            Path output =
                    arguments
                            .value(CommonOptions.OUT)
                            .map(environment::path)
                            .orElseGet(() -> environment.path("results").resolve(name(experiment)));
            OutputFolder.refuseUnusable(output, name(experiment));
            return action.apply(modan, experiment, selection, output);
        }
    }

    /**
     * @param events the folder to write for TensorBoard; empty if that is not asked for
     */
    private ExitCode run(
            Modan modan,
            ExperimentFile experiment,
            Selection selection,
            Path output,
            Optional<Path> events) {
        try (Interruption interruption = Interruption.watch(console);
                ProgressDisplay display = ProgressDisplay.on(console, environment)) {
            RunReporter reporter = new RunReporter(display, environment::shown, System::nanoTime);
            RunListener listener = events.map(folder -> alsoTo(folder, reporter)).orElse(reporter);
            RunOutcome outcome;
            try {
                outcome = modan.run(experiment, selection, output, listener);
            } catch (CancellationException | ModanException e) {
                if (interruption.isRequested()) {
                    return ExitCode.INTERRUPTED;
                }
                throw e;
            }
            display.close();
            console.print(
                    new OutcomeReport(console, environment).lines(outcome, reporter.failures()));
            return outcome.failed() > 0 ? ExitCode.CELLS_FAILED : ExitCode.DONE;
        }
    }

    private static RunListener alsoTo(Path events, RunReporter reporter) {
        return RunListeners.of(
                List.of(
                        reporter,
                        new TensorBoardListener(events, Clock.systemUTC(), reporter::warning)));
    }

    /** Which a matrix cannot vary. */
    private static String name(ExperimentFile experiment) {
        return experiment.variants().get(0).experiment().name();
    }

    private PlanReport report(ExperimentFile experiment, Plan plan, Path output) {
        return new PlanReport(console, environment, name(experiment), plan, output);
    }
}
