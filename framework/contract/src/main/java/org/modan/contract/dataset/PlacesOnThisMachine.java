/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a dataset lies here, to tell whether a text of it gives that away. */
final class PlacesOnThisMachine {

    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:[/\\\\].*|file:.*");

    private final List<Pattern> places;

    PlacesOnThisMachine(Collection<Path> places) {
        this.places =
                places.stream()
                        .flatMap(place -> Stream.of(place, withoutLinks(place)))
                        .distinct()
                        .filter(place -> place.getNameCount() > 0)
                        .map(place -> Pattern.compile(asWhole(place.toString())))
                        .toList();
    }

    private static Path withoutLinks(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            return place;
        }
    }

    /** Not as part of longer names: {@code train/data/1.png} does not lie in {@code /data}. */
    private static String asWhole(String place) {
        return "(?<![\\w.-])" + Pattern.quote(place) + "(?![\\w.-])";
    }

    /** Whether a text holds the path of one of the places. */
    boolean isIn(String text) {
        return places.stream().anyMatch(place -> place.matcher(text).find());
    }

    /**
     * Why an id cannot be one on another machine, if it cannot.
     *
     * @return completes "the id ..."
     */
    Optional<String> problemOf(String id) {
        if (isIn(id)) {
            return Optional.of("holds the folder in which the dataset lies");
        }
        if (ABSOLUTE.matcher(id).matches()) {
            return Optional.of("starts at the root of a file system");
        }
        return id.indexOf('\\') < 0 ? Optional.empty() : Optional.of("has a backslash");
    }
}
