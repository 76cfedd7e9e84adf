/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.NotChecked;

class FileCopyTest {

    @TempDir private Path here;
    @TempDir private Path there;

    @Test
    void keepsWhatLiesBelowTheOther() throws IOException {
        write("data/images/a.png");
        Files.createDirectories(here.resolve("data/empty"));
        Map<String, Path> places =
                Map.of(
                        "root", here.resolve("data"),
                        "masks", here.resolve("data/images"),
                        "new", here.resolve("data/list.csv"));

        Map<String, Path> copies = new FileCopy(places).into(there);

        Path root = copies.get("root");
        assertThat(root).startsWith(there);
        assertThat(root.resolve("images/a.png")).hasContent("data/images/a.png");
        assertThat(root.resolve("empty")).isEmptyDirectory();
        assertThat(copies.get("masks")).isEqualTo(root.resolve("images"));
        assertThat(copies.get("new")).isEqualTo(root.resolve("list.csv")).doesNotExist();
    }

    @Test
    void copiesWhatAListMayNameBesideIt() throws IOException {
        write("a/list.csv");
        write("a/images/1.png");
        write("b/1.png");

        Map<String, Path> copies =
                new FileCopy(Map.of("list", here.resolve("a/list.csv"), "more", here.resolve("b")))
                        .into(there);

        assertThat(copies.get("list").resolveSibling("images/1.png")).exists();
        assertThat(copies.get("more").resolve("1.png")).hasContent("b/1.png");
    }

    @Test
    void copiesWhatLinksLeadTo() throws IOException {
        write("archive/1.png");
        Path root = Files.createDirectories(here.resolve("root"));
        Files.createSymbolicLink(root.resolve("images"), here.resolve("archive"));

        Path copy = new FileCopy(Map.of("root", root)).into(there).get("root");

        assertThat(copy.resolve("images/1.png")).hasContent("archive/1.png");
        assertThat(copy.resolve("images").toRealPath()).startsWith(there.toRealPath());
    }

    @Test
    void givesACopyAnotherTime() throws IOException {
        write("1.png");

        Path copy = new FileCopy(Map.of("root", here)).into(there).get("root");

        assertThat(Files.getLastModifiedTime(copy.resolve("1.png")))
                .isLessThan(Files.getLastModifiedTime(here.resolve("1.png")));
    }

    @Test
    void leavesMuchAlone() throws IOException {
        for (int i = 0; i <= FileCopy.MOST_FILES; i++) {
            Files.createFile(here.resolve("%d.png".formatted(i)));
        }

        assertThatThrownBy(() -> new FileCopy(Map.of("root", here)).into(there))
                .isInstanceOf(NotChecked.class)
                .hasMessage("there are more than 2000 files or 64 MB below %s to copy", here);
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void saysWhyThereIsNoCopy() {
        Path gone = here.resolve("gone/list.csv");

        assertThatThrownBy(() -> new FileCopy(Map.of("list", gone)).into(there))
                .isInstanceOf(NotChecked.class)
                .hasMessageStartingWith(gone.getParent() + " cannot be copied: ");
    }

    private void write(String file) throws IOException {
        Path path = here.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file);
    }
}
