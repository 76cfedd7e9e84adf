/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.modan.runtime.cache.CacheContents;
import org.modan.runtime.cache.CacheKind;
import org.modan.runtime.cache.Claim;
import org.modan.runtime.cache.Clearing;
import org.modan.runtime.cache.DamagedFileException;
import org.modan.runtime.cache.FreeRoom;
import org.modan.runtime.cache.LastUse;
import org.modan.runtime.cache.NewFile;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;

/**
 * Decodes each image once and keeps it as unsigned bytes in a memory-mapped file, named by the
 * contents of the images and the form they are brought into. The folder may be shared: of several
 * processes that need a file one makes it and the others wait, and it may be cleared at any time.
 */
public final class ImageCache {

    /** What lies in the folder. */
    public static final List<CacheKind> KINDS =
            List.of(new DecodedImages(), new DecodingVerdicts());

    /** Clearing the cache costs none: what is being written it leaves alone. */
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final Consumer<String> warnings;

    /**
     * @param folder created when first needed
     * @param warnings hears of a damaged file that had to be built again, and of waiting
     */
    public ImageCache(Path folder, Consumer<String> warnings) {
        this.folder = requireNonNull(folder, "folder is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * The images of a dataset, from the cache or decoded now.
     *
     * @param progress hears how many images have been decoded; not called when they were there
     * @throws ModanException if images cannot be decoded, naming the first few; or if the folder
     *     cannot be used
     * @throws CancellationException if the thread is interrupted
     */
    public ImageSet images(OpenDataset dataset, ImageFormat format, IntConsumer progress) {
        Path file = folder.resolve(DecodedImages.fileName(dataset.digest(), format));
        PixelWriter writer = new PixelWriter(dataset, format, progress);
        NewFile.Reader<ImageSet> reader = path -> read(path, dataset, format);
        try {
            for (int lost = 0; lost < ATTEMPTS; lost++) {
                try {
                    return openOrBuild(file, writer, reader);
                } catch (NoSuchFileException e) {
                    continue; // somebody deletes the folder under it
                }
            }
            throw ImageCacheFailure.deleted(file, ATTEMPTS);
        } catch (ClosedByInterruptException e) {
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } catch (IOException e) {
            throw ImageCacheFailure.unwritable(file, writer.fileBytes(), e);
        }
    }

    private ImageSet openOrBuild(Path file, PixelWriter writer, NewFile.Reader<ImageSet> reader)
            throws IOException {
        while (true) {
            Optional<ImageSet> images = open(file, reader);
            if (images.isPresent()) {
                return images.get();
            }
            Files.createDirectories(folder);
            removeLeftovers();
            try (Claim claim = Claim.of(file, this::tellOfWaiting)) {
                if (claim.isFirst()) {
                    refuseWithoutRoom(writer.fileBytes());
                    return new NewFile(file).write(writer, reader);
                }
            }
        }
    }

    /** Empty if there is no such file, or it has to be built again. */
    private Optional<ImageSet> open(Path file, NewFile.Reader<ImageSet> reader)
            throws ClosedByInterruptException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ImageSet images = reader.read(file);
            LastUse.note(file);
            return Optional.of(images);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // cleared just now
        } catch (DamagedFileException e) {
            warnings.accept(
                    "the image cache %s is damaged and is built again: %s"
                            .formatted(file, e.getMessage()));
            return Optional.empty();
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw ImageCacheFailure.unreadable(file, e);
        }
    }

    private static ImageSet read(Path file, OpenDataset dataset, ImageFormat format)
            throws IOException {
        return new CachedImages(
                dataset.samples(),
                format,
                new PixelFile(file).map(dataset.samples().size(), format));
    }

    /** What processes that were killed in the middle have left. */
    private void removeLeftovers() throws IOException {
        Clearing.of(new CacheContents(folder, KINDS).glance(), file -> false);
    }

    /** Before an hour of decoding, not after it. */
    private void refuseWithoutRoom(long needed) throws IOException {
        if (FreeRoom.in(folder).orElse(Long.MAX_VALUE) < needed) {
            throw new IOException("the disk has too little room");
        }
    }

    private void tellOfWaiting() {
        warnings.accept("another process is decoding the same images; this one waits for it");
    }
}
