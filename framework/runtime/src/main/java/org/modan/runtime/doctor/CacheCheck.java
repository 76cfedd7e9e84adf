/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.modan.nn.internal.weights.FileSize;
import org.modan.runtime.cache.FolderSize;
import org.modan.runtime.text.Reasons;

/** The folders of what can be made again: decoded images and unpacked native libraries. */
final class CacheCheck implements Check {

    /** What the native libraries of the CPU take when unpacked, with some room. */
    private static final long NATIVES_NEED = 500L << 20;

    private static final long SCARCE = 2L << 30;

    private final Path images;
    private final Path natives;

    CacheCheck(Path images, Path natives) {
        this.images = images;
        this.natives = natives;
    }

    @Override
    public Area area() {
        return Area.CACHE;
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                folder("decoded images", images, 0, SCARCE, "set MODAN_CACHE to another folder"),
                folder(
                        "native libraries",
                        natives,
                        NATIVES_NEED,
                        0,
                        "set MODAN_CACHE (and DJL_CACHE_DIR, if you have set it) to another folder"));
    }

    /**
     * @param need what must fit if the folder is empty
     * @param scarce how much more it may come to need
     * @param remedy where this place is of no use
     */
    private Finding folder(String what, Path folder, long need, long scarce, String remedy) {
        try {
            Path place = existing(folder);
            tryToWrite(place);
            long used = FolderSize.of(folder);
            long free = Files.getFileStore(place).getUsableSpace();
            String text =
                    "%s: %s (%s; %s free)"
                            .formatted(
                                    what,
                                    folder,
                                    used == 0 ? "empty" : FileSize.text(used),
                                    FileSize.text(free));
            if (used == 0 && free < need) {
                return Finding.problem(
                        area(), text, "make room for " + FileSize.text(need) + ", or " + remedy);
            }
            if (free < scarce) {
                return Finding.warning(area(), text, "make room, or " + remedy);
            }
            return Finding.ok(area(), text);
        } catch (IOException e) {
            return Finding.problem(
                    area(),
                    "%s: %s cannot be written: %s".formatted(what, folder, Reasons.of(e)),
                    remedy);
        }
    }

    /** The folder itself, or the nearest one above it that is there: looking must make none. */
    private static Path existing(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        while (Files.notExists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    /** A permission is no proof: the file system may be read-only, or full. */
    private static void tryToWrite(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".modan", ".tmp");
        try {
            Files.write(file, new byte[4096]);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
