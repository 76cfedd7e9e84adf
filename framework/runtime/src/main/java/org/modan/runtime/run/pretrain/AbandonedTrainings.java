/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.nn.internal.weights.FileSize;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ModanException;

/**
 * Trainings that were begun with other settings and not finished. With those settings they would go
 * on; nothing else takes up their checkpoints, which are large.
 */
public final class AbandonedTrainings {

    private final Path cells;

    /**
     * @param cells the folder of the cells' folders
     */
    public AbandonedTrainings(Path cells) {
        this.cells = requireNonNull(cells, "cells is null");
    }

    /**
     * What they take and where they are; empty if there are none.
     *
     * @param planned what the settings of today make
     */
    public Optional<String> describe(Collection<CellKey> planned) {
        Set<String> keys = planned.stream().map(CellKey::folder).collect(Collectors.toSet());
        try {
            List<Path> abandoned =
                    list(cells).stream()
                            .filter(cell -> !keys.contains(key(cell)) && isUnfinished(cell))
                            .toList();
            if (abandoned.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    "unfinished trainings of other settings take %s in %s; delete those that are not wanted: %s"
                            .formatted(
                                    size(abandoned),
                                    cells,
                                    abandoned.stream()
                                            .map(cell -> cell.getFileName().toString())
                                            .collect(Collectors.joining(", "))));
        } catch (IOException e) {
            return Optional.of("%s: %s".formatted(cells, Reasons.of(e)));
        } catch (ModanException e) {
            return Optional.of(e.getMessage()); // a remark, and no reason to stop
        }
    }

    private static String key(Path cell) {
        return cell.getFileName().toString().replaceAll("\\..*", "");
    }

    private static boolean isUnfinished(Path cell) {
        return Files.isDirectory(cell)
                && !Files.exists(cell.resolve(CellStore.ENCODER))
                && new CheckpointFolder(cell, key(cell)).last().isPresent();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String size(List<Path> folders) throws IOException {
        long bytes = 0;
        for (Path folder : folders) {
            for (Path file : list(folder)) {
                bytes += Files.size(file);
            }
        }
        return FileSize.text(bytes);
    }
}
