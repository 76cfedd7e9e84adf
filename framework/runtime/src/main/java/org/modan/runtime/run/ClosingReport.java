/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import java.nio.file.Path;
import org.modan.runtime.report.ReportFiles;
import org.modan.runtime.report.ReportWriter;
import org.modan.runtime.run.listener.RunListener;

/** The report a run leaves at its end, however it ends. No run fails for want of one. */
final class ClosingReport {

    private ClosingReport() {}

    static void write(Path folder, RunListener listener) {
        try {
            ReportFiles files = ReportWriter.write(folder);
            files.problems().forEach(listener::warning);
        } catch (RuntimeException e) {
            listener.warning(
                    "the report could not be made: %s; modan report %s tries again"
                            .formatted(e.getMessage(), folder));
        }
    }

    /** The same of what there is; while a thread is interrupted, it can write no file. */
    static void writeInterrupted(Path folder, RunListener listener) {
        boolean interrupted = Thread.interrupted();
        try {
            write(folder, listener);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
