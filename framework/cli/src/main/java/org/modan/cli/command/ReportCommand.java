/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.report.Question;
import org.modan.runtime.report.ReportFiles;
import org.modan.runtime.report.ReportWriter;

/** Makes the report of an output folder again. */
final class ReportCommand implements Command {

    private static final String REFERENCE = "reference";
    private static final String METRIC = "metric";

    private final Environment environment;

    ReportCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "makes the report, tables and figures of a run again, from what it stored";
    }

    @Override
    public List<String> usage() {
        return List.of("modan report DIR [--reference ARM] [--metric NAME]");
    }

    @Override
    public List<String> details() {
        return List.of(
                "DIR is the folder a run wrote to, finished or not. Into it go report.html, one file that needs no network; tables/ as CSV, Markdown and LaTeX; figures/ as SVG and PNG. Nothing is computed again: neither the images nor the plugins are needed.",
                "What speaks against trusting the numbers, such as cells that failed or results of two versions, is printed as warnings and stands at the head of the report; the exit code stays 0. Asked with --reference or --metric, the report and comparisons.csv answer that question and say that it is not the declared one; without them they are as declared again.");
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(
                        CommonOptions.valued(
                                REFERENCE,
                                "ARM",
                                "compares with this arm, not with the one the experiment declares"))
                .addOption(
                        CommonOptions.valued(
                                METRIC,
                                "NAME",
                                "judges arms by this metric of results.csv, such as average-precision"));
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        Path folder = environment.path(arguments.onlyWord("DIR"));
        ReportFiles files =
                ReportWriter.rebuild(
                        folder, new Question(arguments.value(REFERENCE), arguments.value(METRIC)));
        files.caveats().forEach(caveat -> console.tell("warning: " + caveat));
        files.problems().forEach(problem -> console.tell("warning: " + problem));
        console.print(
                "%s, with %d tables in tables/ and %d figures in figures/"
                        .formatted(
                                environment.shown(files.page()), files.tables(), files.figures()));
        return ExitCode.DONE;
    }
}
