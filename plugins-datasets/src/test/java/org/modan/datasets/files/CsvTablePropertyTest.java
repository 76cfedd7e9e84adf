/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.datasets.manifest.ManifestDatasetFactory;
import org.modan.spi.ModanException;

class CsvTablePropertyTest {

    private static final int COLUMNS = 3;

    private Path folder;
    private Path file;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("manifest");
        file = folder.resolve("manifest.csv");
        TestImages.write(folder.resolve("a.png"), 1);
        TestImages.write(folder.resolve("b.png"), 2);
    }

    @AfterProperty
    void removeFolder() throws IOException {
        for (String name : List.of("a.png", "b.png", "manifest.csv")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 400)
    void readsBackWhateverIsQuoted(
            @ForAll("rows") List<List<String>> rows,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean mark)
            throws IOException {
        String text =
                rows.stream()
                        .map(CsvTablePropertyTest::quoted)
                        .collect(Collectors.joining(lineEnd));
        Files.writeString(file, (mark ? "\uFEFF" : "") + "a,b,c" + lineEnd + text + lineEnd);

        assertThat(read())
                .isEqualTo(
                        rows.stream()
                                .map(cells -> cells.stream().map(String::strip).toList())
                                .filter(cells -> !cells.stream().allMatch(String::isEmpty))
                                .toList());
    }

    @Property(tries = 400)
    void readsOrRefusesButNeverFailsOnDamage(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 79) Integer> places,
            @ForAll @Size(6) List<Byte> values)
            throws IOException {
        byte[] bytes =
                "path,label,group,device\n\"a.png\",benign,p1,\"X, 1\"\n\"b.png\",malignant,p2,\"Y \"\"2\"\"\"\n"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < places.size(); i++) {
            bytes[places.get(i)] = values.get(i);
        }
        Files.write(file, bytes);

        assertThat(outcome()).isIn("opened", "refused");
    }

    @Property(tries = 200)
    void readsOrRefusesAnyBytes(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        Files.write(file, bytes);

        assertThat(outcome()).isEqualTo("refused");
    }

    @Property(tries = 300)
    void acceptsAllUtf8AndNothingElse(@ForAll @Size(max = 40) byte[] bytes) throws IOException {
        boolean isUtf8;
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            isUtf8 = text.indexOf(0) < 0;
        } catch (CharacterCodingException e) {
            isUtf8 = false;
        }

        assertThat(Utf8.problemOf(new ByteArrayInputStream(bytes)).isEmpty()).isEqualTo(isUtf8);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> nasty =
                Arbitraries.strings()
                        .withChars("\",;\t \r\n'\\ab\u00e9\u4e2d\uFEFF#|")
                        .ofMaxLength(8);
        Arbitrary<String> any =
                Arbitraries.strings()
                        .all()
                        .ofMaxLength(6)
                        .map(text -> text.replace("\0", "").replaceAll("\\p{Cs}", ""));
        return Arbitraries.oneOf(nasty, any).list().ofSize(COLUMNS).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private String outcome() {
        try {
            Opening.open(new ManifestDatasetFactory(), Map.of("root", file.toString()));
            return "opened";
        } catch (ModanException e) {
            return e.getMessage().startsWith("manifest: ") ? "refused" : e.getMessage();
        }
    }

    private List<List<String>> read() {
        List<List<String>> cells = new ArrayList<>();
        try (CsvTable table = CsvTable.open("manifest", file)) {
            table.forEach(row -> cells.add(row.cells()));
        }
        return cells;
    }

    private static String quoted(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
