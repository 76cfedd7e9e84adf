/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.LayoutGuess;
import org.modan.datasets.files.NaturalOrder;
import org.modan.spi.PluginContext;

/** Finds the published folders below a root, and the images in them. */
final class BusiLayout {

    private static final String PUBLISHED_NAME = "Dataset_BUSI_with_GT";

    private final DatasetRoot root;
    private final PluginContext context;

    BusiLayout(DatasetRoot root, PluginContext context) {
        this.root = root;
        this.context = context;
    }

    /** The folder that holds {@code benign} and {@code malignant}: the root or one below it. */
    Path home() {
        return Stream.of(root.path(), root.path().resolve(PUBLISHED_NAME))
                .filter(BusiLayout::isHome)
                .findFirst()
                .orElseThrow(this::notBusi);
    }

    /**
     * The names of the images in each folder, in natural order; masks are left out.
     *
     * @param wanted the folders that must be there
     */
    Map<BusiFolder, List<String>> images(Path home, List<BusiFolder> wanted) {
        Map<BusiFolder, List<String>> images = new EnumMap<>(BusiFolder.class);
        for (BusiFolder folder : wanted) {
            images.put(folder, imagesIn(home, folder));
        }
        warnIfIncomplete(images);
        return images;
    }

    private static boolean isHome(Path folder) {
        return Files.isDirectory(folder.resolve(BusiFolder.BENIGN.folderName()))
                && Files.isDirectory(folder.resolve(BusiFolder.MALIGNANT.folderName()));
    }

    private List<String> imagesIn(Path home, BusiFolder folder) {
        Path path = home.resolve(folder.folderName());
        if (!Files.isDirectory(path)) {
            throw root.problem(
                    "there is no folder '%s' in %s (normal: drop does without it)"
                            .formatted(folder.folderName(), home));
        }
        List<String> images = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (Path file : new DatasetRoot(root.dataset(), root.expected(), path).files()) {
            String name = ImageFiles.nameOf(file);
            if (folder.isImage(name)) {
                images.add(name);
            } else if (!BusiFolder.isMask(name)) {
                strangers.add(name);
            }
        }
        if (images.isEmpty()) {
            throw root.problem(
                    "no image is named like '%s (1).png' in %s; for images named otherwise use"
                                    .formatted(folder.folderName(), path)
                            + " dataset folder");
        }
        if (!strangers.isEmpty()) {
            context.warn(
                    "busi: %d files in %s are not named like the published ones and were left out, such as '%s'"
                            .formatted(strangers.size(), path, strangers.get(0)));
        }
        images.sort(new NaturalOrder());
        return images;
    }

    private void warnIfIncomplete(Map<BusiFolder, List<String>> images) {
        List<String> differences =
                images.entrySet().stream()
                        .filter(entry -> entry.getValue().size() != entry.getKey().published())
                        .map(
                                entry ->
                                        "%d %s (published: %d)"
                                                .formatted(
                                                        entry.getValue().size(),
                                                        entry.getKey().folderName(),
                                                        entry.getKey().published()))
                        .toList();
        if (!differences.isEmpty()) {
            context.warn(
                    "busi: not the published number of images: " + String.join(", ", differences));
        }
    }

    private RuntimeException notBusi() {
        List<String> expected =
                Arrays.stream(BusiFolder.values()).map(BusiFolder::folderName).toList();
        return root.problem(
                "expected the folders %s in %s or in its %s, found %s%s"
                        .formatted(
                                String.join(", ", expected),
                                root.path(),
                                PUBLISHED_NAME,
                                root.contents(),
                                LayoutGuess.hint(root, "busi")));
    }
}
