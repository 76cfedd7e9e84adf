/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.section.ExperimentProblems;

/** A folder with one experiment file that tests write and read. */
public record ExperimentFolder(Path folder) {

    public Path file() {
        return folder.resolve("study.yaml");
    }

    public ExperimentFile read(String yaml, String... sets) {
        try {
            Files.writeString(file(), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExperimentFile.read(file(), List.of(sets), Map.of(), new InstalledExtensions());
    }

    /** The only experiment of the file. */
    public Experiment readOne(String yaml, String... sets) {
        List<Variant> variants = read(yaml, sets).variants();
        if (variants.size() != 1) {
            throw new AssertionError(variants.size() + " experiments instead of one");
        }
        return variants.get(0).experiment();
    }

    /** What a user sees, the folder cut off. */
    public List<String> mistakes(String yaml, String... sets) {
        ExperimentProblems problems =
                catchThrowableOfType(ExperimentProblems.class, () -> read(yaml, sets));
        if (problems == null) {
            throw new AssertionError("no mistake was found");
        }
        return problems.problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }
}
