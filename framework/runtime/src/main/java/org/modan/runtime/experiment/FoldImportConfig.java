/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.experiment.section.Section;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;

/**
 * Where a task's folds are listed, instead of being drawn.
 *
 * @param folder with the lists
 * @param prefix of the lists' names, where the folder holds those of several datasets
 * @param sharedPatients whether lists are taken that have a patient on both sides of a split
 */
public record FoldImportConfig(Path folder, Optional<String> prefix, boolean sharedPatients) {

    static final String KEY = "folds";

    private static final Option<Path> IMPORT =
            Option.path("import", "folder of <prefix>_test_fold1.csv and so on");
    private static final Option<String> PREFIX =
            Option.text("prefix", "of the lists' names").optional();
    private static final Option<Boolean> SHARED_PATIENTS =
            Option.flag("shared-patients", "take lists with a patient on both sides of a split")
                    .withDefault(false);
    private static final OptionSpec SPEC = OptionSpec.of(IMPORT, PREFIX, SHARED_PATIENTS);

    public FoldImportConfig {
        requireNonNull(folder, "folder is null");
        requireNonNull(prefix, "prefix is null");
    }

    /** Empty if something was reported. */
    static Optional<FoldImportConfig> read(Section folds) {
        return folds.readAllBut(List.of(), SPEC)
                .map(
                        values ->
                                new FoldImportConfig(
                                        values.get(IMPORT),
                                        values.find(PREFIX),
                                        values.get(SHARED_PATIENTS)));
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(IMPORT.name(), folder.toString());
        prefix.ifPresent(text -> map.put(PREFIX.name(), text));
        map.put(SHARED_PATIENTS.name(), sharedPatients);
        return map;
    }
}
