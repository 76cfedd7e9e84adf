/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the pathologist found: one line an organ, {@code p017<TAB>breast<TAB>left<TAB>benign}.
 */
final class Pathology {

    static final String FILE = "pathology.tsv";

    /** The second is the positive class. */
    static final List<String> CLASSES = List.of("benign", "malignant");

    private Pathology() {}

    /**
     * @param root the folder the table lies in
     * @return the index of the class of each organ
     */
    static Map<ClinicImage.Organ, Integer> read(Path root) {
        Path table = root.resolve(FILE);
        Map<ClinicImage.Organ, Integer> findings = new HashMap<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = lines(table);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t");
            int finding = cells.length == 4 ? CLASSES.indexOf(cells[3]) : -1;
            if (finding < 0) {
                problems.add("line %d: '%s'".formatted(i + 1, lines.get(i)));
                continue;
            }
            ClinicImage.Organ organ = new ClinicImage.Organ(cells[0], cells[1], cells[2]);
            if (findings.put(organ, finding) != null) {
                problems.add("line %d: a second finding for the same organ".formatted(i + 1));
            }
        }
        if (!problems.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "clinic: %s must have patient, anatomy, side and one of %s in each line, separated by tabs, and each organ once; mend %s"
                            .formatted(
                                    table,
                                    String.join(", ", CLASSES),
                                    String.join("; ", problems)));
        }
        return findings;
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "clinic: cannot read %s; set root to the folder it lies in".formatted(table),
                    e);
        }
    }
}
