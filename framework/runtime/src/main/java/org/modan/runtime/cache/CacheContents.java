/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.cache.CacheFile.State;
import org.modan.runtime.text.Reasons;

/** What lies in a folder of the cache. Files that are of none of its kinds are not seen. */
public final class CacheContents {

    private final Path folder;
    private final List<CacheKind> kinds;

    /**
     * @param folder need not be there
     */
    public CacheContents(Path folder, List<? extends CacheKind> kinds) {
        this.folder = requireNonNull(folder, "folder is null");
        this.kinds = List.copyOf(kinds);
    }

    /** The files by kind, then by name; of damage only what shows without reading them all. */
    public List<CacheFile> glance() throws IOException {
        return files((kind, file) -> kind.describe(file));
    }

    /** The files by kind, then by name, each read to its end. */
    public List<CacheFile> verified() throws IOException {
        return files(
                (kind, file) -> {
                    kind.verify(file);
                    return kind.describe(file);
                });
    }

    private interface Look {
        String at(CacheKind kind, Path file) throws IOException;
    }

    private List<CacheFile> files(Look look) throws IOException {
        List<Path> paths = Listing.of(folder);
        List<CacheFile> files = new ArrayList<>();
        for (CacheKind kind : kinds) {
            for (Path path : paths) {
                try {
                    file(path, kind, look).ifPresent(files::add);
                } catch (NoSuchFileException e) {
                    continue; // another process has finished or deleted it
                }
            }
        }
        return files;
    }

    private static Optional<CacheFile> file(Path path, CacheKind kind, Look look)
            throws IOException {
        String name = path.getFileName().toString();
        Optional<String> becomes = UnfinishedFiles.finishedName(name);
        if (!kind.owns(becomes.orElse(name))) {
            return Optional.empty();
        }
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            return Optional.empty();
        }
        if (becomes.isPresent()) {
            boolean abandoned = Abandonment.isAbandoned(path, becomes.get());
            State state = abandoned ? State.UNFINISHED : State.BEING_WRITTEN;
            return Optional.of(found(path, kind, state, "", attributes));
        }
        try {
            return Optional.of(found(path, kind, State.WHOLE, look.at(kind, path), attributes));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (DamagedFileException e) {
            return Optional.of(found(path, kind, State.DAMAGED, e.getMessage(), attributes));
        } catch (IOException e) {
            return Optional.of(found(path, kind, State.UNREADABLE, Reasons.of(e), attributes));
        }
    }

    private static CacheFile found(
            Path path, CacheKind kind, State state, String text, BasicFileAttributes attributes) {
        return new CacheFile(
                path,
                kind.title(),
                state,
                text,
                attributes.size(),
                attributes.lastModifiedTime().toInstant());
    }
}
