/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The patients or exams that images belong to.
 *
 * @param groups how many there are
 * @param imagesWithout images of which none is known
 * @param medianImages of a group; 0 without groups
 * @param mostImages of a group; 0 without groups
 * @param largest the group with the most images
 * @param ofSeveralClasses groups whose images are not all of one class
 */
public record Groups(
        int groups,
        int imagesWithout,
        double medianImages,
        int mostImages,
        Optional<String> largest,
        int ofSeveralClasses) {

    static Groups of(List<Picture> pictures) {
        Map<String, List<Picture>> members = new LinkedHashMap<>();
        int without = 0;
        for (Picture picture : pictures) {
            if (picture.group().isEmpty()) {
                without++;
            } else {
                members.computeIfAbsent(picture.group().get(), first -> new ArrayList<>())
                        .add(picture);
            }
        }
        int[] sizes = members.values().stream().mapToInt(List::size).sorted().toArray();
        int most = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
        return new Groups(
                sizes.length,
                without,
                median(sizes),
                most,
                members.entrySet().stream()
                        .filter(group -> group.getValue().size() == most)
                        .map(Map.Entry::getKey)
                        .findFirst(),
                (int) members.values().stream().filter(Groups::isOfSeveralClasses).count());
    }

    private static double median(int[] sorted) {
        if (sorted.length == 0) {
            return 0;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    private static boolean isOfSeveralClasses(List<Picture> members) {
        return members.stream().map(Picture::className).flatMap(Optional::stream).distinct().count()
                > 1;
    }
}
