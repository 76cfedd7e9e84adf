/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

class HeadedCsvTest {

    @TempDir private Path folder;

    @Test
    void findsColumnsByNameWhereverTheyAre() throws IOException {
        assertThat(read("\uFEFF,label, filename \r\n0,\"spine, other\",a.png\r\n\r\n1,x,b.png\r\n"))
                .containsExactly("a.png=spine, other", "b.png=x");
    }

    @Test
    void readsWhatSpreadsheetsSeparateBySemicolons() throws IOException {
        assertThat(read("filename;label\r\na.png;spine, other\r\n"))
                .containsExactly("a.png=spine, other");
    }

    @Test
    void readsAHeaderWithoutRows() throws IOException {
        assertThat(read("filename,label\n")).isEmpty();
    }

    @Test
    void namesTheColumnsThatAreNotThere() {
        assertRefused(
                "image,label\n", "its first line has no column filename; it names image, label");
        assertRefused("", "it is empty; its first line must name the columns");
    }

    @Test
    void namesAllLinesThatAreRagged() {
        assertThatThrownBy(() -> read("filename,label\na.png,x\nb.png,x,y\nc.png\nd.png,y\n"))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "mine: %s cannot be used as it is:\n  2 rows have not as many values as the header; quote values that hold a comma: line 3 (3 instead of 2), line 4 (1 instead of 2)",
                        folder.resolve("list.csv"));
    }

    @Test
    void refusesOtherEncodings() {
        byte[] latin = "filename,label\nM\u00fcller.png,x\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(latin))
                .hasMessageEndingWith(
                        "line 2 is not UTF-8 (byte 0xFC); save it as UTF-8 (in Excel: 'CSV UTF-8 (Comma delimited)')");
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertThatThrownBy(() -> read("filename,label\n\"a.png,x\n"))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining(
                        "list.csv: near line 2: a quote is not closed, or stands within a value; write \"\" for a quote within quotes ((startline 2) EOF");
    }

    private void assertRefused(String content, String problem) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage("mine: %s: %s".formatted(folder.resolve("list.csv"), problem));
    }

    private List<String> read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("list.csv"), content);
        List<String> rows = new ArrayList<>();
        new HeadedCsv("mine", file)
                .read(List.of("filename", "label"), row -> rows.add(row.get(0) + "=" + row.get(1)));
        return rows;
    }
}
