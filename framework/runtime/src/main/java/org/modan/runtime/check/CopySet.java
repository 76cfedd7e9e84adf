/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images of the same bytes, two or more. */
public record CopySet(List<Picture> pictures) {

    public CopySet {
        pictures = List.copyOf(pictures);
    }

    /** Whether the same image is of two classes, of which one must be wrong. */
    public boolean acrossClasses() {
        return pictures.stream()
                        .map(Picture::className)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether the same image is of two groups, so that folds may have it on both sides. */
    public boolean acrossGroups() {
        return pictures.stream().map(Picture::group).flatMap(Optional::stream).distinct().count()
                > 1;
    }

    /**
     * @param pictures in the order of the sightings
     * @return in the order of their first images
     */
    static List<CopySet> among(List<Picture> pictures, List<Optional<Sighting>> sightings) {
        Map<String, List<Picture>> byDigest = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            sightings
                    .get(i)
                    .map(Sighting::digest)
                    .ifPresent(
                            digest ->
                                    byDigest.computeIfAbsent(digest, first -> new ArrayList<>())
                                            .add(picture));
        }
        return byDigest.values().stream()
                .filter(copies -> copies.size() > 1)
                .map(CopySet::new)
                .toList();
    }
}
