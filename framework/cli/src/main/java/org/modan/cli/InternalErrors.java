/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;

/** Tells of an error that no user caused, and keeps what is needed to mend it. */
final class InternalErrors {

    private static final String REPORT = "modan-error";

    private final Environment environment;
    private final List<String> words;

    /**
     * @param words of the command line, for the report
     */
    InternalErrors(Environment environment, List<String> words) {
        this.environment = requireNonNull(environment, "environment is null");
        this.words = List.copyOf(words);
    }

    ExitCode tell(Throwable error, Console console) {
        if (outOfMemory(error).isPresent()) {
            console.tell(
                    """
                    modan: out of memory (%s)
                    Use a smaller batch-size or image-size, or give Java more, as in MODAN_JAVA_OPTS=-Xmx8g. \
                    What was done is kept: the same command goes on from there."""
                            .formatted(outOfMemory(error).get()));
            return ExitCode.INTERNAL;
        }
        console.tell("modan: internal error: " + firstLine(describe(error)));
        console.tell("This is a defect of Modan or of a plugin, not of what you typed.");
        String report = report(error);
        try {
            Path file = Files.createTempFile(folder(), REPORT, ".txt");
            Files.writeString(file, report);
            console.tell("Please report it together with " + file);
        } catch (IOException e) {
            console.tell("Please report it together with what follows.");
            console.tell(report);
        }
        return ExitCode.INTERNAL;
    }

    /** Java's own memory, or that of the engine, which says so in an exception of its own. */
    private static Optional<String> outOfMemory(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(InternalErrors::isOutOfMemory)
                .map(cause -> firstLine(Optional.ofNullable(cause.getMessage()).orElse("no more")))
                .findFirst();
    }

    private static boolean isOutOfMemory(Throwable error) {
        String message = Optional.ofNullable(error.getMessage()).orElse("");
        return error instanceof OutOfMemoryError
                || message.toLowerCase(Locale.ROOT).contains("out of memory");
    }

    private static String describe(Throwable error) {
        if (error instanceof StackOverflowError) {
            return "a computation called itself without end (StackOverflowError)";
        }
        return error.toString();
    }

    private Path folder() {
        return environment.path(environment.property("java.io.tmpdir").orElse("."));
    }

    private String report(Throwable error) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.println(VersionText.of(environment));
        writer.println("modan " + String.join(" ", words));
        error.printStackTrace(writer);
        writer.flush();
        return text.toString();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
