/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.modan.datasets.files.HeadedCsv;
import org.modan.datasets.files.ListedPath;
import org.modan.datasets.files.Problems;

/** A list of labelled slices as RadImageNet's authors drew it: {@code filename,acl_label}. */
final class SliceList {

    /**
     * One slice of the list.
     *
     * @param fileName as listed
     * @param name what that tells
     * @param label 1 for yes
     */
    record Entry(String fileName, SliceName name, int label) {}

    private static final int FILE_NAME = 0;
    private static final int LABEL = 1;

    private final Path file;
    private final String labelColumn;

    SliceList(Path file, MrnetTask task) {
        this.file = file;
        labelColumn = task.word() + "_label";
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /**
     * @param problems hears of rows that are none
     * @throws org.modan.spi.ModanException if it is no such list at all
     */
    List<Entry> read(Problems problems) {
        List<Entry> entries = new ArrayList<>();
        Set<SliceName> seen = new HashSet<>();
        new HeadedCsv("mrnet", file)
                .read(
                        List.of("filename", labelColumn),
                        row -> {
                            String fileName = row.get(FILE_NAME);
                            Optional<SliceName> name = SliceName.of(fileName);
                            int label =
                                    List.of("no", "yes")
                                            .indexOf(row.get(LABEL).toLowerCase(Locale.ROOT));
                            if (!ListedPath.staysBelow(fileName)) {
                                problems.add("names lead out of the dataset's folder", fileName);
                            } else if (name.isEmpty()) {
                                problems.add(
                                        "names are not of a slice, such as 1054_sagittal_19.000000.png",
                                        fileName);
                            } else if (label < 0) {
                                problems.add(
                                        "slices are neither yes nor no in %s"
                                                .formatted(labelColumn),
                                        "%s (%s)".formatted(fileName, row.get(LABEL)));
                            } else if (!seen.add(name.get())) {
                                problems.add("slices are listed twice", fileName);
                            } else {
                                entries.add(new Entry(fileName, name.get(), label));
                            }
                        });
        return entries;
    }
}
