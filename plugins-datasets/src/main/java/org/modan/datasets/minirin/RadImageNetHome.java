/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.LayoutGuess;

/**
 * The folder that holds those of the modalities, {@code radiology_ai} as published.
 *
 * @param path of it
 * @param modalities the names of the folders CT, MR and US, in any letter case, those there are
 */
record RadImageNetHome(Path path, List<String> modalities) {

    /** All there are. */
    private static final List<String> MODALITIES = List.of("CT", "MR", "US");

    private static final String PUBLISHED_NAME = "radiology_ai";

    /**
     * @throws org.modan.spi.ModanException if there is none
     */
    static RadImageNetHome below(DatasetRoot root) {
        return Stream.of(root.path(), root.path().resolve(PUBLISHED_NAME))
                .filter(Files::isDirectory)
                .map(folder -> of(root, folder))
                .filter(home -> !home.modalities().isEmpty())
                .findFirst()
                .orElseThrow(() -> notRadImageNet(root));
    }

    static boolean isModality(String folder) {
        return MODALITIES.contains(folder.toUpperCase(Locale.ROOT));
    }

    /**
     * The path below this folder of a name that starts further up, as those of the published lists
     * do: {@code radiology_ai/MR/af/...}.
     *
     * @return the name from its modality on; all of it if it has none
     */
    static String idOf(String listed) {
        List<String> parts = Arrays.asList(listed.replace('\\', '/').split("/"));
        for (int i = 0; i < parts.size(); i++) {
            if (isModality(parts.get(i))) {
                return String.join("/", parts.subList(i, parts.size()));
            }
        }
        return listed;
    }

    private static RadImageNetHome of(DatasetRoot root, Path folder) {
        List<String> modalities =
                new DatasetRoot(root.dataset(), root.expected(), folder)
                        .folders().stream()
                                .map(ImageFiles::nameOf)
                                .filter(RadImageNetHome::isModality)
                                .toList();
        return new RadImageNetHome(folder, modalities);
    }

    private static RuntimeException notRadImageNet(DatasetRoot root) {
        return root.problem(
                "expected the folders CT, MR and US in %s or in its %s, found %s%s"
                        .formatted(
                                root.path(),
                                PUBLISHED_NAME,
                                root.contents(),
                                LayoutGuess.hint(root, "minirin")));
    }
}
