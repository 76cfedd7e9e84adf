/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Writes a table of an output folder as CSV. */
final class TableFile {

    private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private TableFile() {}

    /**
     * @throws ModanException if the file cannot be written
     */
    static void write(Path file, List<String> header, List<Object[]> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
            printer.printRecord(header);
            printer.printRecords(rows);
            AtomicFiles.write(file, text.toString());
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    static ModanException unusable(Path file, IOException e) {
        return new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
    }
}
