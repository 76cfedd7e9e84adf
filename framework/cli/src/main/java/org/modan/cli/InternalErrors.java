/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.host.Environment;
import org.modan.runtime.text.OutOfMemory;

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
        Optional<String> outOfMemory = OutOfMemory.of(error);
        if (outOfMemory.isPresent()) {
            console.tell(
                    "modan: out of memory (%s); %s"
                            .formatted(outOfMemory.get(), OutOfMemory.REMEDY));
            console.tell("What was done is kept: the same command goes on from there.");
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
