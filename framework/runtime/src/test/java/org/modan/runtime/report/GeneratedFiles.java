/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of a generated run. */
final class GeneratedFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    GeneratedFiles(Path folder) {
        this.folder = folder;
    }

    void json(String name, Object value) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(value));
    }

    void csv(String name, List<String> columns, List<List<Object>> rows) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (CSVPrinter printer =
                new CSVPrinter(
                        Files.newBufferedWriter(file),
                        CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(columns);
            printer.printRecords(rows);
        }
    }
}
