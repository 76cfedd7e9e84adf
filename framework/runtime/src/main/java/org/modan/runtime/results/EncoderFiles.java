/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.Plan;

/** Where the encoders of a plan's arms are. */
public final class EncoderFiles {

    private EncoderFiles() {}

    /** The weight file of each arm that has one, in the plan's order. */
    public static Map<String, Path> of(Plan plan, CellStore cells) {
        Map<String, Path> files = new LinkedHashMap<>();
        plan.encoders()
                .forEach(
                        (arm, cell) -> {
                            if (cells.isDone(cell.key())) {
                                files.put(arm, cells.folder(cell.key()).resolve(CellStore.ENCODER));
                            }
                        });
        return files;
    }
}
