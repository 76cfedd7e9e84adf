/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.modan.runtime.plan.EvaluatorKind;
import org.modan.spi.ModanException;

/**
 * Writes evaluators.csv: of which kind each evaluator is, which only its plugin knows. A report of
 * a run that was interrupted could not tell otherwise what is missing.
 */
public final class EvaluatorFile {

    /** What it is called in the output folder. */
    public static final String NAME = "evaluators.csv";

    /** The contract of the file; what comes later is appended. */
    public static final List<String> COLUMNS = List.of("evaluator", "kind");

    private EvaluatorFile() {}

    /**
     * @param kinds by the evaluators' ids
     * @throws ModanException if the file cannot be written
     */
    public static void write(Path file, Map<String, EvaluatorKind> kinds) {
        TableFile.write(
                file,
                COLUMNS,
                kinds.entrySet().stream()
                        .map(kind -> new Object[] {kind.getKey(), kind.getValue().text()})
                        .toList());
    }
}
