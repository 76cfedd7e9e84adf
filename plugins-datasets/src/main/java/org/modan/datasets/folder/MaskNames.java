/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises segmentation masks that lie beside the images they belong to. */
final class MaskNames {

    private static final Pattern MASK = Pattern.compile("(.+)_mask(_[0-9]+)?(\\.[A-Za-z]+)");

    private MaskNames() {}

    /** Those of the names that are another's with {@code _mask} or {@code _mask_1} added. */
    static List<String> among(List<String> names) {
        Set<String> all = new HashSet<>(names);
        return names.stream().filter(name -> isMask(name, all)).toList();
    }

    private static boolean isMask(String name, Set<String> all) {
        Matcher mask = MASK.matcher(name);
        return mask.matches() && all.contains(mask.group(1) + mask.group(3));
    }
}
