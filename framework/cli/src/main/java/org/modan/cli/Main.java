/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import java.util.Locale;
import org.modan.cli.console.Console;
import org.modan.cli.host.Environment;
import org.modan.cli.host.Terminal;

/** Starts the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Elsewhere %d is written in the digits of the user's language: no reader of our files
        // takes those.
        Locale.setDefault(Locale.ROOT);
        Environment environment = Environment.ofProcess();
        Console console = Console.ofProcess(Terminal.textColumns(environment));
        System.exit(new Cli(environment).run(args, console).code());
    }
}
