/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.modan.runtime.text.Reasons;

/** Names of the files of a folder. */
final class Names {

    private Names() {}

    /** Those with an ending, sorted. */
    static List<String> sorted(Path folder, String ending, Consumer<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.accept(RunFolder.unread(folder.getFileName() + "/", Reasons.of(e)));
            return List.of();
        }
    }
}
