/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three folders of the published dataset and what they held when published. */
enum BusiFolder {
    BENIGN("benign", 437),
    MALIGNANT("malignant", 210),
    NORMAL("normal", 133);

    private static final Pattern MASK = Pattern.compile("(.+)_mask(_[0-9]+)?\\.png");

    private final String folderName;
    private final int published;
    private final Pattern image;

    BusiFolder(String folderName, int published) {
        this.folderName = folderName;
        this.published = published;
        image = Pattern.compile(folderName + " \\([0-9]+\\)\\.png");
    }

    String folderName() {
        return folderName;
    }

    /** How many images the published dataset has. */
    int published() {
        return published;
    }

    /** Whether a file of this folder is an image, such as {@code benign (1).png}. */
    boolean isImage(String fileName) {
        return image.matcher(fileName).matches();
    }

    /** Whether a file is a mask, such as {@code benign (1)_mask_1.png}. */
    static boolean isMask(String fileName) {
        return MASK.matcher(fileName).matches();
    }

    /** The name of the image that a mask belongs to; empty for a file that is no mask. */
    static Optional<String> imageOf(String fileName) {
        Matcher mask = MASK.matcher(fileName);
        return mask.matches() ? Optional.of(mask.group(1) + ".png") : Optional.empty();
    }
}
