/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.Modan;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Modan with its plugins loaded, for one command. */
final class PluginSession implements AutoCloseable {

    private final Modan modan;
    private final boolean strict;

    private PluginSession(Modan modan, boolean strict) {
        this.modan = modan;
        this.strict = strict;
    }

    /**
     * Of a command that is about plugins: it shows their problems, and then it is {@link #done}.
     */
    static PluginSession open(Environment environment, Arguments arguments) {
        return new PluginSession(
                Modan.start(new Installation(environment).settings(arguments)),
                arguments.has(CommonOptions.STRICT_PLUGINS));
    }

    /**
     * Of a command that has plugins at work: warns of each that has a problem.
     *
     * @throws ModanException if there are some and the user wants none
     */
    static PluginSession start(Environment environment, Arguments arguments, Console console) {
        PluginSession session = open(environment, arguments);
        List<PluginProblem> problems = session.modan.pluginProblems();
        if (session.strict && !problems.isEmpty()) {
            session.close();
            throw new ModanException(ErrorCode.PLUGIN, refusal(problems));
        }
        session.warn(console);
        return session;
    }

    Modan modan() {
        return modan;
    }

    void warn(Console console) {
        modan.pluginProblems()
                .forEach(problem -> console.tell("warning: plugin " + problem.message()));
    }

    /** How a command ends that has done what it was to do. */
    ExitCode done() {
        return strict && !modan.pluginProblems().isEmpty() ? ExitCode.PLUGIN : ExitCode.DONE;
    }

    @Override
    public void close() {
        modan.close();
    }

    private static String refusal(List<PluginProblem> problems) {
        return problems.stream()
                .map(problem -> "\n  " + problem.message())
                .collect(
                        Collectors.joining(
                                "",
                                "with --strict-plugins no plugin may have a problem, used or not:",
                                ""));
    }
}
