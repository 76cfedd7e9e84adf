/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {

    private final CaseReader reader = new CaseReader();

    @TempDir private Path folder;

    @Test
    void readsWhatWasNotedAndLeavesOutTheRest() throws IOException {
        CaseFile known =
                read(
                        "<case><number>12</number><age>45</age><sex>u</sex><composition> </composition>"
                                + "<margins> well defined\n</margins><tirads>4a</tirads></case>");

        assertThat(known.number()).isEqualTo("12");
        assertThat(known.tirads()).contains("4a");
        assertThat(known.metadata())
                .isEqualTo(Map.of("age", "45", "margins", "well defined", "tirads", "4a"));
    }

    @Test
    void takesNoHarmFromMarksThatCannotBeParsed() throws IOException {
        CaseFile known =
                read(
                        "<case><tirads>2</tirads><mark><image>1</image>"
                                + "<svg>[{\"points\": [{\"x\": 3</svg></mark></case>");

        assertThat(known.tirads()).contains("2");
    }

    @Test
    void doesNotTakeAMarksFieldForTheCases() throws IOException {
        assertThat(read("<case><mark><tirads>5</tirads></mark></case>").tirads()).isEmpty();
    }

    @Test
    void refusesToReadOtherFilesThroughAnEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");

        assertThatThrownBy(
                        () ->
                                read(
                                        "<!DOCTYPE case [<!ENTITY x SYSTEM \"%s\">]><case><age>&x;</age></case>"
                                                .formatted(secret.toUri())))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE is disallowed")
                .hasMessageNotContaining("top secret");
    }

    @Test
    void refusesEntitiesThatGrowWithoutEnd() {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }

        assertThatThrownBy(
                        () ->
                                read(
                                        "<!DOCTYPE case ["
                                                + entities
                                                + "]><case><age>&a39;</age></case>"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE is disallowed");
    }

    @Test
    void refusesAnExternalDocumentType() {
        assertThatThrownBy(() -> read("<!DOCTYPE case SYSTEM \"http://localhost:1/x.dtd\"><case/>"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE is disallowed");
    }

    @Test
    void saysInWhichLineAFileIsMalformed() {
        assertThatThrownBy(() -> read("<case>\n<age>45</age>\n<sex>F</case>"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("line 3: ");
    }

    @Test
    void refusesAnotherKindOfDocument() {
        assertThatThrownBy(() -> read("<html><body/></html>"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("holds a <html>, not a <case>");
    }

    @Test
    void refusesAFileTooLargeToBeACase() {
        assertThatThrownBy(() -> read("<case>" + " ".repeat(5 << 20) + "</case>"))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("has 5242893 bytes, too many for a case file");
    }

    private CaseFile read(String text) throws IOException {
        return reader.read(Files.writeString(folder.resolve("12.xml"), text));
    }
}
