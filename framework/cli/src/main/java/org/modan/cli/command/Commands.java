/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.List;
import java.util.Optional;
import org.modan.cli.host.Environment;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Every command there is. */
public final class Commands {

    private final List<Command> all;

    public Commands(Environment environment) {
        all =
                List.of(
                        new DemoCommand(environment),
                        new RunCommand(environment),
                        new PlanCommand(environment),
                        new ReportCommand(environment),
                        new CheckCommand(environment),
                        new ListCommand(environment),
                        new DescribeCommand(environment),
                        new PluginsCommand(environment),
                        new DoctorCommand(environment),
                        new CacheCommand(environment));
    }

    /** In the order help shows them. */
    public List<Command> all() {
        return all;
    }

    /**
     * @throws ModanException if there is none of that name
     */
    public Command named(String name) {
        return all.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private ModanException unknown(String name) {
        String hint =
                meant(name).map(near -> "did you mean " + near + "?").orElse("see modan help");
        return new ModanException(
                ErrorCode.CONFIGURATION, "no command is called %s; %s".formatted(name, hint));
    }

    private Optional<String> meant(String name) {
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return Optional.of("modan run " + name);
        }
        return DidYouMean.suggest(name, all.stream().map(Command::name).toList())
                .map(near -> "modan " + near);
    }
}
