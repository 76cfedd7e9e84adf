/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.print.PluginPrints;

/** The process's own streams. Modan writes to its {@link Console}: what is left is guests'. */
public final class StandardStreams {

    private StandardStreams() {}

    /**
     * Runs a command that may load plugins: what they print is no part of its results.
     *
     * @param problems hears of each plugin that prints
     */
    public static <T> T guarding(Supplier<T> command, Consumer<PluginProblem> problems) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PluginPrints prints = new PluginPrints(problems)) {
            System.setOut(prints.inPlaceOf("System.out", out, Console.charsetOfProcess()));
            System.setErr(prints.inPlaceOf("System.err", err, Console.charsetOfProcess()));
            try {
                return command.get();
            } finally {
                System.setOut(out);
                System.setErr(err);
            }
        }
    }
}
