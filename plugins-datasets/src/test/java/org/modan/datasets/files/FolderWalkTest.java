/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {

    @TempDir private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes among files")
    void countsAPipeThatIsCalledLikeAnImageAmongTheOtherFiles() throws Exception {
        Path image = Files.createFile(folder.resolve("image.png"));
        makePipe(folder.resolve("pipe.png"));

        assertThat(FolderWalk.imagesBelow(folder, new FileTally())).containsExactly(image);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own")
    void takesALinkThatLeadsNowhereForAnImageSoThatItIsNamed() throws IOException {
        Path link =
                Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("gone.png"));

        assertThat(FolderWalk.imagesBelow(folder, new FileTally())).containsExactly(link);
    }

    private static void makePipe(Path pipe) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThat(exit).isZero();
    }
}
