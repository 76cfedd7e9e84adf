/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.modan.datasets.files.FileTally;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.Problems;

/**
 * Goes through the classes of the tree, one at a time, so that the names of a million images are
 * never held at once. A folder of a modality that holds images is a class; one that holds folders
 * is an anatomy with a class in each.
 */
final class RadImageNetTree {

    /** Hears of each class. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param names of its images, in the file system's order
         */
        void visit(RadClass radClass, List<String> names);
    }

    private record Listing(List<String> images, List<Path> folders) {}

    private final RadImageNetHome home;
    private final Problems problems;
    private final FileTally others;

    /**
     * @param problems hears of what is laid out otherwise
     * @param others counts what is no image
     */
    RadImageNetTree(RadImageNetHome home, Problems problems, FileTally others) {
        this.home = home;
        this.problems = problems;
        this.others = others;
    }

    void visit(Visitor visitor) {
        for (String modality : home.modalities()) {
            Listing listing = list(home.path().resolve(modality));
            listing.images()
                    .forEach(
                            image ->
                                    problems.add(
                                            "images lie beside the class folders, not in them",
                                            modality + "/" + image));
            listing.folders().forEach(folder -> visitFolder(modality, folder, visitor));
        }
    }

    private void visitFolder(String modality, Path folder, Visitor visitor) {
        String name = ImageFiles.nameOf(folder);
        Listing listing = list(folder);
        if (!listing.images().isEmpty() && !listing.folders().isEmpty()) {
            problems.add("folders hold images and folders at once", modality + "/" + name);
        } else if (!listing.folders().isEmpty()) {
            for (Path classFolder : listing.folders()) {
                visitClass(
                        RadClass.of(modality, name, ImageFiles.nameOf(classFolder)),
                        list(classFolder),
                        visitor);
            }
        } else {
            RadClass radClass = RadClass.withoutAnatomy(modality, name);
            if (!radClass.modality().equals("US") && !listing.images().isEmpty()) {
                problems.add("folders of images are no class of an anatomy", radClass.name());
            }
            visitClass(radClass, listing, visitor);
        }
    }

    private void visitClass(RadClass radClass, Listing listing, Visitor visitor) {
        listing.folders()
                .forEach(
                        folder ->
                                problems.add(
                                        "folders lie deeper than modality/anatomy/class",
                                        ImageFiles.idOf(home.path(), folder)));
        if (listing.images().isEmpty()) {
            problems.add("class folders have no images", radClass.name());
        } else {
            visitor.visit(radClass, listing.images());
        }
    }

    private Listing list(Path folder) {
        List<String> images = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                // By name where that tells: asking the disk for each of a million files takes long.
                if (ImageFiles.isImage(child)) {
                    images.add(ImageFiles.nameOf(child));
                } else if (!ImageFiles.isHidden(child) && Files.isDirectory(child)) {
                    folders.add(child);
                } else {
                    others.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            problems.add(
                    "folders cannot be listed; check their permissions",
                    ImageFiles.idOf(home.path(), folder));
        }
        folders.sort(Comparator.comparing(ImageFiles::nameOf));
        return new Listing(images, folders);
    }
}
