/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.FileTally;
import org.modan.datasets.files.FolderWalk;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.LayoutGuess;
import org.modan.spi.PluginContext;

/** Reads the class folders under a root and refuses what is laid out otherwise. */
final class FolderLayout {

    private static final Set<String> PARTS =
            Set.of("train", "training", "val", "valid", "validation", "test", "testing");

    private final DatasetRoot root;
    private final FileTally others;
    private final PluginContext context;

    FolderLayout(DatasetRoot root, FileTally others, PluginContext context) {
        this.root = root;
        this.others = others;
        this.context = context;
    }

    /** The class folders by name, each with its images by path. */
    List<ClassFolder> classFolders() {
        List<Path> folders = root.folders();
        List<Path> loose = looseImages();
        if (folders.isEmpty()) {
            throw noClassFolders(loose.size());
        }
        if (!loose.isEmpty()) {
            context.warn(
                    "folder: %d images directly in %s belong to no class and were left out, such as %s"
                            .formatted(loose.size(), root.path(), ImageFiles.nameOf(loose.get(0))));
        }
        List<ClassFolder> found = folders.stream().map(this::read).toList();
        refuseEmpty(found);
        refuseMasks(found);
        hintAtDeeperRoot(folders);
        hintAtOtherMeaning(found);
        return found;
    }

    private List<Path> looseImages() {
        List<Path> images = new ArrayList<>();
        for (Path file : root.files()) {
            if (ImageFiles.isImage(file)) {
                images.add(file);
            } else {
                others.add(file);
            }
        }
        return images;
    }

    private ClassFolder read(Path folder) {
        List<String> ids =
                FolderWalk.imagesBelow(folder, others).stream()
                        .map(file -> ImageFiles.idOf(root.path(), file))
                        .sorted()
                        .toList();
        return new ClassFolder(ImageFiles.nameOf(folder), ids);
    }

    private RuntimeException noClassFolders(int looseImages) {
        String found =
                looseImages > 0
                        ? "%d images but no class folders (if '%s' is itself a class, its parent is the root)"
                                .formatted(looseImages, ImageFiles.nameOf(root.path()))
                        : "%d files but no class folders".formatted(root.files().size());
        return root.problem(
                "%s holds %s%s".formatted(root.path(), found, LayoutGuess.hint(root, "folder")));
    }

    private void refuseEmpty(List<ClassFolder> found) {
        List<String> empty =
                found.stream()
                        .filter(folder -> folder.ids().isEmpty())
                        .map(ClassFolder::name)
                        .toList();
        if (!empty.isEmpty()) {
            throw root.problem(
                    "%d of the %d class folders under %s have no images (%s): %s; remove or fill them%s"
                            .formatted(
                                    empty.size(),
                                    found.size(),
                                    root.path(),
                                    String.join(", ", ImageFiles.EXTENSIONS),
                                    String.join(", ", empty),
                                    LayoutGuess.hint(root, "folder")));
        }
    }

    /** Masks taken for images would be trained on without anyone noticing. */
    private void refuseMasks(List<ClassFolder> found) {
        List<String> masks =
                MaskNames.among(found.stream().flatMap(folder -> folder.ids().stream()).toList());
        if (!masks.isEmpty()) {
            throw root.problem(
                    ("%d files under %s are masks of other images, such as '%s', and would be"
                                    + " taken for images; this looks like BUSI: use dataset busi, or"
                                    + " move the masks elsewhere")
                            .formatted(masks.size(), root.path(), masks.get(0)));
        }
    }

    /** One class folder that holds several folders is most often the root itself. */
    private void hintAtDeeperRoot(List<Path> folders) {
        if (folders.size() != 1) {
            return;
        }
        Path only = folders.get(0);
        DatasetRoot deeper = new DatasetRoot(root.dataset(), root.expected(), only);
        boolean hasImages = deeper.files().stream().anyMatch(ImageFiles::isImage);
        if (!hasImages && deeper.folders().size() > 1) {
            List<String> names = deeper.folders().stream().map(ImageFiles::nameOf).toList();
            context.warn(
                    "folder: the only class is '%s'; if the classes are %s, set root to %s"
                            .formatted(ImageFiles.nameOf(only), String.join(", ", names), only));
        }
    }

    /** Folders that are parts of a split, or levels of another dataset's tree, pass for classes. */
    private void hintAtOtherMeaning(List<ClassFolder> found) {
        List<String> names = found.stream().map(ClassFolder::name).toList();
        if (names.stream().allMatch(name -> PARTS.contains(name.toLowerCase(Locale.ROOT)))) {
            context.warn(
                    "folder: the classes are %s; if these are parts of a split, set root to one of them"
                            .formatted(String.join(", ", names)));
        }
        String hint = LayoutGuess.hint(root, "folder");
        if (!hint.isEmpty()) {
            context.warn("folder: the classes are %s%s".formatted(String.join(", ", names), hint));
        }
    }
}
