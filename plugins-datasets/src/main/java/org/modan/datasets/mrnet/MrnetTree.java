/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.LayoutGuess;
import org.modan.datasets.files.Problems;
import org.modan.datasets.npy.NpyVolume;

/** The published tree of volumes, {@code train/sagittal/0000.npy}. Each is opened once. */
final class MrnetTree {

    /** The parts it was published in. */
    static final List<String> PARTS = List.of("train", "valid");

    /** The directions the knee was scanned in. */
    static final List<String> PLANES = List.of("axial", "coronal", "sagittal");

    private static final String PUBLISHED_NAME = "MRNet-v1.0";
    private static final String EXTENSION = ".npy";

    private final Path home;
    private final Problems problems;
    private final Map<String, Optional<GreyVolume>> opened = new HashMap<>();

    private MrnetTree(Path home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    /**
     * @param problems hears of volumes that cannot be read
     * @throws org.modan.spi.ModanException if there is no such tree
     */
    static MrnetTree below(DatasetRoot root, Problems problems) {
        return Stream.of(root.path(), root.path().resolve(PUBLISHED_NAME))
                .filter(MrnetTree::isHome)
                .findFirst()
                .map(home -> new MrnetTree(home, problems))
                .orElseThrow(() -> notMrnet(root));
    }

    Path home() {
        return home;
    }

    /** A volume's path below the tree. */
    static String idOf(String part, String plane, String exam) {
        return "%s/%s/%s%s".formatted(part, plane, exam, EXTENSION);
    }

    boolean holds(String id) {
        return Files.isRegularFile(home.resolve(id));
    }

    /** The exams of a part, by number. */
    List<String> exams(String part, String plane) {
        Path folder = home.resolve(part).resolve(plane);
        if (!Files.isDirectory(folder)) {
            String other = PARTS.get(1 - PARTS.indexOf(part));
            problems.add(
                    "folders of volumes are not there (part: %s does without)".formatted(other),
                    part + "/" + plane);
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !ImageFiles.isHidden(file))
                    .map(ImageFiles::nameOf)
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add("folders cannot be listed; check their permissions", part + "/" + plane);
            return List.of();
        }
    }

    /** Reads the header of a volume; empty if that went wrong, which the problems tell. */
    Optional<GreyVolume> volume(String id) {
        return opened.computeIfAbsent(id, this::open);
    }

    /** How many of the opened volumes have values other than bytes. */
    long notBytes() {
        return opened.values().stream()
                .flatMap(Optional::stream)
                .filter(volume -> !volume.isBytes())
                .count();
    }

    private Optional<GreyVolume> open(String id) {
        try {
            return Optional.of(new GreyVolume(NpyVolume.open(home.resolve(id))));
        } catch (IOException e) {
            problems.add("volumes cannot be read", "%s (%s)".formatted(id, e.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isHome(Path folder) {
        return PARTS.stream()
                .map(folder::resolve)
                .anyMatch(part -> PLANES.stream().map(part::resolve).anyMatch(Files::isDirectory));
    }

    private static RuntimeException notMrnet(DatasetRoot root) {
        return root.problem(
                "expected the folders train and valid, with axial, coronal and sagittal in them, in %s or in its %s, found %s%s"
                        .formatted(
                                root.path(),
                                PUBLISHED_NAME,
                                root.contents(),
                                LayoutGuess.hint(root, "mrnet")));
    }
}
