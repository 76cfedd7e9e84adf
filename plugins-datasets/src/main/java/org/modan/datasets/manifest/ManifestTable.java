/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * A CSV file as spreadsheets and scripts write it: UTF-8 with a byte order mark or without, any
 * line ends, quotes where needed, separated by commas or, where the header has none, by semicolons
 * or tabs. Rows are handed on one by one, so that its size does not matter.
 */
final class ManifestTable implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String EXCEL_REMEDY =
            "save it as UTF-8 (in Excel: 'CSV UTF-8 (Comma delimited)')";

    /**
     * One row.
     *
     * @param line of the file on which it ends, counted from 1
     * @param cells its values without surrounding blanks
     */
    record Row(long line, List<String> cells) {}

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private ManifestTable(Path file, CSVParser parser) {
        this.file = requireNonNull(file, "file is null");
        this.parser = parser;
        records = parser.iterator();
        header =
                nextRow()
                        .map(Row::cells)
                        .orElseThrow(
                                () -> problem("is empty; its first line must name the columns"));
    }

    /**
     * Reads as far as the header.
     *
     * @throws ModanException if it is no such file
     */
    static ManifestTable open(Path file) {
        try {
            refuseOtherEncodings(file);
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            char separator = skipMarkAndFindSeparator(reader);
            CSVFormat format =
                    CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(separator)
                            .setIgnoreSurroundingSpaces(true)
                            .get();
            return new ManifestTable(
                    file, CSVParser.builder().setReader(reader).setFormat(format).get());
        } catch (IOException e) {
            throw problem(file, "cannot be read; check its permissions", e);
        }
    }

    /** The names of the columns; some may be empty. */
    List<String> header() {
        return header;
    }

    /**
     * Reads on to the end; lines without any value are passed over.
     *
     * @throws ModanException if a quote is not closed or stands in the wrong place
     */
    void forEach(Consumer<Row> consumer) {
        for (Optional<Row> row = nextRow(); row.isPresent(); row = nextRow()) {
            consumer.accept(row.get());
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw problem(file, "cannot be read; check its permissions", e);
        }
    }

    private Optional<Row> nextRow() {
        try {
            while (records.hasNext()) {
                List<String> cells = cellsOf(records.next());
                if (!cells.stream().allMatch(String::isEmpty)) {
                    return Optional.of(new Row(parser.getCurrentLineNumber(), cells));
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw problem(
                    file,
                    "near line %d: a quote is not closed, or stands within a value; write \"\" for a quote within quotes (%s)"
                            .formatted(parser.getCurrentLineNumber(), e.getMessage()),
                    e);
        }
    }

    private static List<String> cellsOf(CSVRecord record) {
        return StreamSupport.stream(record.spliterator(), false).map(String::strip).toList();
    }

    private static void refuseOtherEncodings(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Optional<String> problem = Utf8.problemOf(in);
            if (problem.isPresent()) {
                throw new ModanException(
                        ErrorCode.DATASET,
                        "manifest: %s: %s; %s".formatted(file, problem.get(), EXCEL_REMEDY));
            }
        }
    }

    private static char skipMarkAndFindSeparator(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        int ahead = 1 << 13;
        reader.mark(ahead);
        char[] start = new char[ahead];
        int read = reader.read(start);
        reader.reset();
        String text = new String(start, 0, Math.max(0, read)).stripLeading();
        String line = text.lines().findFirst().orElse("");
        if (line.indexOf(',') < 0) {
            return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
        }
        return ',';
    }

    private ModanException problem(String text) {
        return new ModanException(ErrorCode.DATASET, "manifest: %s %s".formatted(file, text));
    }

    private static ModanException problem(Path file, String text, Exception cause) {
        return new ModanException(
                ErrorCode.DATASET, "manifest: %s: %s".formatted(file, text), cause);
    }
}
