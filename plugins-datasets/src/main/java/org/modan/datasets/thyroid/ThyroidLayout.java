/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.Few;
import org.modan.datasets.files.FileTally;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.LayoutGuess;
import org.modan.datasets.files.NaturalOrder;
import org.modan.spi.PluginContext;

/** Finds the case files and their images, {@code 92.xml} and {@code 92_1.jpg}, in one folder. */
final class ThyroidLayout {

    private static final Pattern CASE = Pattern.compile("([0-9]+)\\.xml");
    private static final Pattern IMAGE = Pattern.compile("([0-9]+)_[0-9]+\\.(jpg|jpeg|png)");
    private static final int PUBLISHED_CASES = 390;
    private static final int PUBLISHED_IMAGES = 480;

    private final Map<String, Path> cases = new TreeMap<>(new NaturalOrder());
    private final Map<String, List<String>> images = new TreeMap<>(new NaturalOrder());

    /**
     * Looks through the folder.
     *
     * @throws org.modan.spi.ModanException if it holds no case with an image
     */
    ThyroidLayout(DatasetRoot root, PluginContext context) {
        FileTally others = new FileTally();
        for (Path file : root.files()) {
            sortIn(file, others);
        }
        images.values().forEach(names -> names.sort(new NaturalOrder()));
        if (cases.keySet().stream().noneMatch(images::containsKey)) {
            throw notThyroid(root);
        }
        if (others.visible() > 0) {
            context.warn(
                    "thyroid: %d files in %s are not named like the published ones and were left out: %s"
                            .formatted(others.visible(), root.path(), others.describeVisible()));
        }
        warnOfTheUnmatched(context);
    }

    /** The case files by their number, in natural order. */
    Map<String, Path> cases() {
        return cases;
    }

    /** The names of the images by their case's number, in natural order. */
    Map<String, List<String>> images() {
        return images;
    }

    private void sortIn(Path file, FileTally others) {
        String name = ImageFiles.nameOf(file);
        Matcher caseName = CASE.matcher(name);
        Matcher imageName = IMAGE.matcher(name);
        if (caseName.matches()) {
            cases.put(caseName.group(1), file);
        } else if (imageName.matches()) {
            images.computeIfAbsent(imageName.group(1), first -> new ArrayList<>()).add(name);
        } else {
            others.add(file);
        }
    }

    private void warnOfTheUnmatched(PluginContext context) {
        List<String> bare =
                cases.keySet().stream()
                        .filter(number -> !images.containsKey(number))
                        .map(number -> number + ".xml")
                        .toList();
        if (!bare.isEmpty()) {
            context.warn(
                    "thyroid: %d case files have no image: %s"
                            .formatted(bare.size(), Few.of(bare)));
        }
        List<String> strays =
                images.entrySet().stream()
                        .filter(entry -> !cases.containsKey(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList();
        if (!strays.isEmpty()) {
            context.warn(
                    "thyroid: %d images have no case file and so no label: %s"
                            .formatted(strays.size(), Few.of(strays)));
        }
        int found = images.values().stream().mapToInt(List::size).sum();
        if (cases.size() != PUBLISHED_CASES || found != PUBLISHED_IMAGES) {
            context.warn(
                    "thyroid: not the published dataset: %d cases (published: %d), %d images (published: %d)"
                            .formatted(cases.size(), PUBLISHED_CASES, found, PUBLISHED_IMAGES));
        }
    }

    private RuntimeException notThyroid(DatasetRoot root) {
        if (cases.isEmpty()) {
            throw root.problem(
                    "expected case files such as 92.xml beside images such as 92_1.jpg in %s, found %s%s"
                            .formatted(
                                    root.path(),
                                    root.contents(),
                                    LayoutGuess.hint(root, "thyroid")));
        }
        throw root.problem(
                "%s holds %d case files, but no image of any of them; unpack the images, such as %s_1.jpg, beside them"
                        .formatted(root.path(), cases.size(), cases.keySet().iterator().next()));
    }
}
