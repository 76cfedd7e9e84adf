/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.host;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** What standard error is shown on. */
public final class Terminal {

    /** Said by a start script that has asked the system. */
    private static final String SAID = "modan.terminal";

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 40;

    private Terminal() {}

    /** Whether a line on standard error can be drawn over: a person looks at a terminal. */
    public static boolean canRedraw(Environment environment) {
        return environment.variable("CI").isEmpty()
                && !environment.variable("TERM").orElse("").equals("dumb")
                && environment
                        .property(SAID)
                        .map(Boolean::parseBoolean)
                        .orElseGet(Terminal::isTerminal);
    }

    /** The columns that text should be wrapped at, without asking the terminal. */
    public static int textColumns(Environment environment) {
        return columnsVariable(environment).orElse(USUAL_COLUMNS);
    }

    /** The columns of the terminal. */
    public static int columns(Environment environment) {
        OptionalInt said = columnsVariable(environment);
        if (said.isPresent()) {
            return said.getAsInt();
        }
        return askTerminal().orElse(USUAL_COLUMNS);
    }

    private static OptionalInt columnsVariable(Environment environment) {
        return number(environment.variable("COLUMNS").orElse(""));
    }

    private static boolean isTerminal() {
        Path standardError = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(standardError)) {
            try {
                String target = Files.readSymbolicLink(standardError).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Since Java 22 there may be a console without a terminal, which it can be asked for. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * Asks {@code stty}. Terminal libraries would know as well, but take over Ctrl-C, and an
     * interrupted run would end without a word.
     */
    private static OptionalInt askTerminal() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return OptionalInt.empty();
        }
        try {
            Process process =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(terminal)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            String[] size = answer.strip().split(" ");
            return size.length == 2 ? number(size[1]) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        try {
            int columns = Integer.parseInt(text.strip());
            return columns >= FEWEST_COLUMNS ? OptionalInt.of(columns) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
