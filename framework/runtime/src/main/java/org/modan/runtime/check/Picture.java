/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.modan.spi.Sample;

/**
 * Which image is meant, and where it belongs.
 *
 * @param id in its dataset
 * @param className empty if it has no label
 * @param group empty if nobody knows its patient
 */
public record Picture(String id, Optional<String> className, Optional<String> group) {

    public Picture {
        requireNonNull(id, "id is null");
        requireNonNull(className, "className is null");
        requireNonNull(group, "group is null");
    }

    static Picture of(Sample sample, List<String> classes) {
        Optional<String> className =
                sample.label().stream()
                        .filter(label -> label >= 0 && label < classes.size())
                        .mapToObj(classes::get)
                        .findFirst();
        return new Picture(sample.id(), className, sample.group());
    }

    /** Whether two images are known to be of different classes. */
    boolean differsInClass(Picture other) {
        return className.isPresent()
                && other.className.isPresent()
                && !className.equals(other.className);
    }

    /** Whether two images are known to be of different groups. */
    boolean differsInGroup(Picture other) {
        return group.isPresent() && other.group.isPresent() && !group.equals(other.group);
    }
}
