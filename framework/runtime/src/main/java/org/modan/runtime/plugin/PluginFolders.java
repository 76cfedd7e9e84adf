/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where plugins are looked for.
 *
 * @param own the folder of those that come with Modan; empty if it is not known where that is
 * @param further searched after it, in this order
 */
public record PluginFolders(Optional<Path> own, List<Path> further) {

    public PluginFolders {
        requireNonNull(own, "own is null");
        own = own.map(PluginFolders::normalized);
        further = further.stream().map(PluginFolders::normalized).toList();
    }

    /** Folders of which none is Modan's own. */
    public static PluginFolders of(Path... folders) {
        return new PluginFolders(Optional.empty(), List.of(folders));
    }

    /** Each folder once, in the order they are searched. */
    public List<Path> all() {
        return Stream.concat(own.stream(), further.stream()).distinct().toList();
    }

    public boolean isOwn(Path folder) {
        return own.filter(folder::equals).isPresent();
    }

    private static Path normalized(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
