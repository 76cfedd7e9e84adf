/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

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
import org.apache.commons.csv.CSVException;
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
public final class CsvTable implements Closeable {

    /** What is wrong with rows of another length than the header, for {@link Problems}. */
    public static final String RAGGED =
            "rows have not as many values as the header; quote values that hold a comma";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 1 << 13;

    /**
     * One row.
     *
     * @param line of the file on which it ends, counted from 1
     * @param cells its values without surrounding blanks
     */
    public record Row(long line, List<String> cells) {}

    private final String dataset;
    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private CsvTable(String dataset, Path file, CSVParser parser) {
        this.dataset = dataset;
        this.file = file;
        this.parser = parser;
        records = parser.iterator();
        header =
                nextRow()
                        .map(Row::cells)
                        .orElseThrow(
                                () -> problem("it is empty; its first line must name the columns"));
    }

    /**
     * Reads as far as the header, and makes sure that all of the file is text.
     *
     * @param dataset the adapter's name, for messages
     * @throws ModanException if it is no such file
     */
    public static CsvTable open(String dataset, Path file) {
        requireNonNull(dataset, "dataset is null");
        requireNonNull(file, "file is null");
        if (!Files.isRegularFile(file)) {
            throw problem(dataset, file, "there is no such file");
        }
        try {
            refuseOtherEncodings(dataset, file);
            CSVParser parser = parser(file);
            try {
                return new CsvTable(dataset, file, parser);
            } catch (ModanException e) {
                parser.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(dataset, file, e);
        }
    }

    /** The names of the columns; some may be empty. */
    public List<String> header() {
        return header;
    }

    /**
     * Reads on to the end; lines without any value are passed over.
     *
     * @throws ModanException if a quote is not closed or stands in the wrong place
     */
    public void forEach(Consumer<Row> consumer) {
        for (Optional<Row> row = nextRow(); row.isPresent(); row = nextRow()) {
            consumer.accept(row.get());
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw unreadable(dataset, file, e);
        }
    }

    /** An error about this file. */
    ModanException problem(String text) {
        return problem(dataset, file, text);
    }

    private static ModanException problem(String dataset, Path file, String text) {
        return new ModanException(ErrorCode.DATASET, "%s: %s: %s".formatted(dataset, file, text));
    }

    private static ModanException unreadable(String dataset, Path file, IOException cause) {
        return new ModanException(
                ErrorCode.DATASET,
                "%s: %s: it cannot be read; check its permissions".formatted(dataset, file),
                cause);
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
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException damage
                    ? problem(
                            "near line %d: a quote is not closed, or stands within a value; write \"\" for a quote within quotes (%s)"
                                    .formatted(parser.getCurrentLineNumber(), damage.getMessage()))
                    : unreadable(dataset, file, e.getCause());
        }
    }

    private static List<String> cellsOf(CSVRecord record) {
        return StreamSupport.stream(record.spliterator(), false).map(String::strip).toList();
    }

    private static void refuseOtherEncodings(String dataset, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Optional<String> found = Utf8.problemOf(in);
            if (found.isPresent()) {
                throw problem(
                        dataset,
                        file,
                        found.get()
                                + "; save it as UTF-8 (in Excel: 'CSV UTF-8 (Comma delimited)')");
            }
        }
    }

    private static CSVParser parser(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator(reader))
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        return CSVParser.builder().setReader(reader).setFormat(format).get();
    }

    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int read = reader.read(start);
        reader.reset();
        String text = new String(start, 0, Math.max(0, read)).stripLeading();
        String line = text.lines().findFirst().orElse("");
        if (line.indexOf(',') < 0) {
            return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
        }
        return ',';
    }
}
