/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.ModanSettings;
import org.modan.runtime.doctor.Diagnosis;
import org.modan.runtime.doctor.Doctor;

/** Says what this installation is made of, and what is wrong with it. */
final class DoctorCommand implements Command {

    private final Environment environment;

    DoctorCommand(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "checks Java, the engine, devices, folders and plugins, and says what to do about what is wrong";
    }

    @Override
    public List<String> usage() {
        return List.of("modan doctor [--device cpu|gpu:N] [--plugins DIR]...");
    }

    @Override
    public List<String> details() {
        return List.of(
                "Each line is an area, its state (ok, warning, problem, or unknown because of a problem elsewhere) and what was found; what to do about a warning or a problem is below it. The exit code is 0 without problems, 3 if only plugins have some, else 2.");
    }

    @Override
    public Options options() {
        return new Options().addOption(CommonOptions.device()).addOption(CommonOptions.plugins());
    }

    @Override
    public ExitCode run(Arguments arguments, Console console) {
        arguments.refuseWords();
        ModanSettings settings = new Installation(environment).settings(arguments);
        Doctor doctor =
                Doctor.of(
                        environment.variables(),
                        environment.properties(),
                        settings.pluginFolders(),
                        settings.imageCache(),
                        settings.device());
        DoctorReport report = new DoctorReport(console.width());
        Diagnosis diagnosis = doctor.examine(finding -> console.print(report.lines(finding)));
        console.print("");
        console.print(DoctorReport.summary(diagnosis));
        if (diagnosis.problems() == 0) {
            return ExitCode.DONE;
        }
        return diagnosis.onlyPluginsAreAtFault() ? ExitCode.PLUGIN : ExitCode.USAGE;
    }
}
