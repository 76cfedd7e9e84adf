/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.util.Locale;

/**
 * A class of RadImageNet. All spellings are the dataset's own ({@code pituatary_lesion}).
 *
 * @param name its folder below the tree's: {@code MR/af/soft_tissue_fluid}, {@code US/gb}
 * @param modality {@code CT}, {@code MR} or {@code US}
 * @param anatomy such as {@code af} for ankle and foot
 */
record RadClass(String name, String modality, String anatomy) {

    private static final String THYROID = "thyroid";

    /** Of a folder modality/anatomy/class. */
    static RadClass of(String modalityFolder, String anatomy, String folder) {
        return new RadClass(
                "%s/%s/%s".formatted(modalityFolder, anatomy, folder),
                modalityOf(modalityFolder),
                anatomy);
    }

    /**
     * Of a folder modality/class, as ultrasound was published. Its classes are organs, so that a
     * class is its own anatomy; only those of the thyroid name it with a finding.
     */
    static RadClass withoutAnatomy(String modalityFolder, String folder) {
        String anatomy = folder.toLowerCase(Locale.ROOT).startsWith(THYROID) ? THYROID : folder;
        return new RadClass(
                "%s/%s".formatted(modalityFolder, folder), modalityOf(modalityFolder), anatomy);
    }

    private static String modalityOf(String folder) {
        return folder.toUpperCase(Locale.ROOT);
    }
}
