/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.util.List;
import org.modan.datasets.files.ClassDraw;

/**
 * One class and its images.
 *
 * @param name of the folder, which names the class
 * @param ids paths of its images below the root, in order
 */
record ClassFolder(String name, List<String> ids) {

    ClassFolder {
        ids = List.copyOf(ids);
    }

    /** The same class with the images that a draw keeps of it. */
    ClassFolder drawn(ClassDraw draw) {
        return new ClassFolder(name, draw.of(name, ids));
    }
}
