/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.NaturalOrder;

/** Which masks belong to which image: there is one for each lesion that was outlined. */
final class LesionMasks {

    private final Map<String, List<Path>> byId = new TreeMap<>();

    /**
     * Looks for the masks beside the images.
     *
     * @param folders those to look in
     */
    LesionMasks(DatasetRoot root, Path home, List<BusiFolder> folders) {
        for (BusiFolder folder : folders) {
            Path path = home.resolve(folder.folderName());
            for (Path file : new DatasetRoot(root.dataset(), root.expected(), path).files()) {
                BusiFolder.imageOf(ImageFiles.nameOf(file))
                        .ifPresent(
                                image ->
                                        byId.computeIfAbsent(
                                                        folder.folderName() + "/" + image,
                                                        first -> new ArrayList<>())
                                                .add(file));
            }
        }
        NaturalOrder order = new NaturalOrder();
        byId.values()
                .forEach(
                        masks ->
                                masks.sort(
                                        (one, other) ->
                                                order.compare(one.toString(), other.toString())));
    }

    /** The masks of one image in natural order; none for an image without a lesion. */
    List<Path> of(String id) {
        return byId.getOrDefault(id, List.of());
    }
}
