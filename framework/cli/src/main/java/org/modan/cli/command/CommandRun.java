/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.StandardStreams;
import org.modan.runtime.plugin.PluginProblem;

/**
 * One run of a command, which hears of plugins that print. They do so in the middle of the work, so
 * that the strict, too, are told at the end alone.
 */
public final class CommandRun {

    private final Command command;
    private final Arguments arguments;
    private final Console console;
    private final Queue<PluginProblem> heard = new ConcurrentLinkedQueue<>();

    public CommandRun(Command command, Arguments arguments, Console console) {
        this.command = requireNonNull(command, "command is null");
        this.arguments = requireNonNull(arguments, "arguments is null");
        this.console = requireNonNull(console, "console is null");
    }

    /** How it ends: of the strict, not as done once a plugin has printed. */
    public ExitCode end() {
        ExitCode code = StandardStreams.guarding(() -> command.run(arguments, console), this::warn);
        if (code != ExitCode.DONE
                || heard.isEmpty()
                || !arguments.has(CommonOptions.STRICT_PLUGINS)) {
            return code;
        }
        console.tell("modan: done, but with --strict-plugins no plugin may have a problem");
        return ExitCode.PLUGIN;
    }

    private void warn(PluginProblem problem) {
        heard.add(problem);
        console.tell("warning: plugin " + problem.message());
    }
}
