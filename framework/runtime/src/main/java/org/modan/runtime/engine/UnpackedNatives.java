/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The native libraries of Modan's own jar as they lie in the cache. DJL takes them as they are, and
 * one that was cut short ends the whole process when it is used; so their sizes are looked at
 * first.
 */
final class UnpackedNatives {

    private final Platform platform;
    private final Path cache;

    /**
     * @param platform what the jar is for
     * @param cache the folder they are unpacked in; not there yet on the first start
     */
    UnpackedNatives(Platform platform, Path cache) {
        this.platform = requireNonNull(platform, "platform is null");
        this.cache = requireNonNull(cache, "cache is null");
    }

    /**
     * @throws UnusableEngineException if one of them is not as long as in its jar
     */
    void check() {
        String place = platform.getFlavor() + "/" + platform.getClassifier();
        Path folder =
                cache.resolve("%s-%s".formatted(platform.getVersion(), place.replace('/', '-')));
        if (platform.isPlaceholder() || !Files.isDirectory(folder)) {
            return;
        }
        Arrays.stream(platform.getLibraries())
                .filter(name -> isCutShort(folder.resolve(name), "pytorch/" + place + "/" + name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new UnusableEngineException(
                                    "the training engine cannot start: %s is damaged"
                                            .formatted(folder.resolve(name)),
                                    "delete %s; it is made again".formatted(folder));
                        });
    }

    private static boolean isCutShort(Path file, String resource) {
        try {
            URL url = ClassLoaderUtils.getResource(resource);
            return url != null
                    && (!Files.exists(file)
                            || Files.size(file) != url.openConnection().getContentLengthLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
