/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.util.List;

/** A path as the published list of a dataset names it, in the separators of any platform. */
public final class ListedPath {

    private ListedPath() {}

    /** Whether it stays below the dataset's folder, judged by its text. */
    public static boolean staysBelow(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && !path.startsWith("\\")
                && !path.contains(":")
                && !List.of(path.split("[/\\\\]")).contains("..");
    }
}
