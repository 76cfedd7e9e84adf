/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a program, with only the environment it is given. */
record Command(long pid, int exitCode, String out, String err) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Command run(Path scratch, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        return run(scratch, environment, words, PATIENCE);
    }

    /**
     * @param patience after which a program that still runs is a defect
     */
    static Command run(
            Path scratch, Map<String, String> environment, List<String> words, Duration patience)
            throws IOException, InterruptedException {
        File out = Files.createTempFile(scratch, "out", ".txt").toFile();
        File err = Files.createTempFile(scratch, "err", ".txt").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(scratch.toFile())
                        .redirectOutput(out)
                        .redirectError(err);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    words + " did not end in " + patience.toSeconds() + " s");
        }
        return new Command(
                process.pid(),
                process.exitValue(),
                Files.readString(out.toPath()),
                Files.readString(err.toPath()));
    }
}
