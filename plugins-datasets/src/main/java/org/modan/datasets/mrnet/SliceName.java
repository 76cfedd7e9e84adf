/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a slice in a list tells: {@code images/1054_sagittal_19.000000.png}.
 *
 * @param exam with four digits, as the volumes are named
 * @param plane such as {@code sagittal}
 * @param slice its index, from 0
 */
record SliceName(String exam, String plane, int slice) {

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:.*/)?([0-9]{1,6})_(axial|coronal|sagittal)_([0-9]{1,6})(?:\\.0+)?\\.png");

    /** Empty if it is no such name. */
    static Optional<SliceName> of(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        String exam = "%04d".formatted(Integer.parseInt(name.group(1)));
        return Optional.of(new SliceName(exam, name.group(2), Integer.parseInt(name.group(3))));
    }
}
