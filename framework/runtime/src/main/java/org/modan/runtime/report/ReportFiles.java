/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param page the report itself
 * @param tables how many, each in three forms
 * @param figures how many, each in two forms
 * @param caveats what the report warns of
 * @param problems what could not be written, a sentence each
 */
public record ReportFiles(
        Path page, int tables, int figures, List<String> caveats, List<String> problems) {

    public ReportFiles {
        requireNonNull(page, "page is null");
        caveats = List.copyOf(caveats);
        problems = List.copyOf(problems);
    }
}
