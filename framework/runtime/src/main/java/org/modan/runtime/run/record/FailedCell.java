/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.text.OutOfMemory;
import org.modan.runtime.text.ThrownText;
import org.modan.spi.ModanException;

/**
 * A cell that failed, in words for whoever started it.
 *
 * @param workspace where a trace is kept for whoever mends it
 */
public record FailedCell(Cell cell, Path workspace) {

    public FailedCell {
        requireNonNull(cell, "cell is null");
        requireNonNull(workspace, "workspace is null");
    }

    /**
     * @param thrown by a plugin, the engine or Modan itself
     */
    public CellResult because(Throwable thrown) {
        if (thrown instanceof ModanException) {
            return result(thrown.getMessage());
        }
        Optional<String> outOfMemory = OutOfMemory.of(thrown);
        if (outOfMemory.isPresent()) {
            return result(
                    "out of memory (%s); %s".formatted(outOfMemory.get(), OutOfMemory.REMEDY));
        }
        writeTrace(thrown);
        String cause =
                PluginCall.blamed(thrown)
                        .map(Throwable::getMessage)
                        .orElseGet(() -> unblamed(thrown));
        return result("%s (see %s in %s)".formatted(cause, CellStore.TRACE, cell.key().folder()));
    }

    /** No plugin's code was running, but what Modan worked with came from this one. */
    private String unblamed(Throwable thrown) {
        return "%s; Modan was working with what plugin %s %s gave it: report this to the plugin's author"
                .formatted(
                        ThrownText.described(thrown), cell.plugin().id(), cell.plugin().version());
    }

    private CellResult result(String error) {
        return new CellResult(
                cell.key().digest(),
                cell.title(),
                CellResult.Status.FAILED,
                Optional.of(error),
                Optional.empty(),
                List.of(),
                cell.identity());
    }

    private void writeTrace(Throwable thrown) {
        try {
            AtomicFiles.write(workspace.resolve(CellStore.TRACE), ThrownText.trace(thrown));
        } catch (IOException failure) {
            thrown.addSuppressed(failure);
        }
    }
}
