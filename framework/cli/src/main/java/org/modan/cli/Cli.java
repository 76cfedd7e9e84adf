/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.modan.cli.command.Arguments;
import org.modan.cli.command.Command;
import org.modan.cli.command.CommandRun;
import org.modan.cli.command.Commands;
import org.modan.cli.command.HelpText;
import org.modan.cli.command.UsageException;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Finds the command that is asked for, and runs it. */
public final class Cli {

    private static final Set<String> HELP = Set.of("--help", "-h");
    private static final Set<String> VERSION = Set.of("--version", "-V", "version");

    private final Environment environment;
    private final Commands commands;

    public Cli(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
        this.commands = new Commands(environment);
    }

    /** Runs a command to its end; every error is told, none is thrown. */
    public ExitCode run(String[] args, Console console) {
        List<String> words = Arrays.asList(args);
        try {
            return run(words, console);
        } catch (UsageException e) {
            console.tell("modan %s: %s".formatted(e.command(), e.getMessage()));
            return ExitCode.USAGE;
        } catch (ModanException e) {
            return tell(e, console);
        } catch (Throwable e) {
            return PluginCall.blamed(e)
                    .map(blamed -> tell(blamed, console))
                    .orElseGet(() -> new InternalErrors(environment, words).tell(e, console));
        }
    }

    private static ExitCode tell(ModanException e, Console console) {
        console.tell("modan: " + e.getMessage());
        return ExitCode.of(e.code());
    }

    private ExitCode run(List<String> words, Console console) {
        if (words.isEmpty()) {
            HelpText.ofAll(commands.all(), console.width()).forEach(console::tell);
            return ExitCode.USAGE;
        }
        String first = words.get(0);
        if (VERSION.contains(first)) {
            console.print(VersionText.of(environment));
            return ExitCode.DONE;
        }
        if (HELP.contains(first) || first.equals("help")) {
            help(words.subList(1, words.size()), console);
            return ExitCode.DONE;
        }
        if (first.startsWith("-")) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "options come after the command, as in modan run FILE %s; see modan help"
                            .formatted(first));
        }
        Command command = commands.named(first);
        List<String> rest = words.subList(1, words.size());
        if (rest.stream().anyMatch(HELP::contains)) {
            console.print(HelpText.of(command, console.width()));
            return ExitCode.DONE;
        }
        Arguments arguments = Arguments.parse(command, rest);
        ProcessGuards guards = ProcessGuards.install(console);
        try {
            return new CommandRun(command, arguments, console).end();
        } finally {
            guards.close();
        }
    }

    private void help(List<String> words, Console console) {
        if (words.isEmpty() || HELP.contains(words.get(0)) || words.get(0).equals("help")) {
            console.print(HelpText.ofAll(commands.all(), console.width()));
        } else {
            console.print(HelpText.of(commands.named(words.get(0)), console.width()));
        }
    }
}
