/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

/**
 * What results call an arm: its id and, where there is a matrix, the matrix's values in brackets.
 *
 * @param id of the arm
 * @param variant {@code metadata=modality,image-size=32}; empty without a matrix
 */
public record ArmLabel(String id, String variant) {

    public ArmLabel {
        requireNonNull(id, "id is null");
        requireNonNull(variant, "variant is null");
    }

    /** The parts of a label; ids have no brackets, a matrix's values may. */
    public static ArmLabel parse(String text) {
        int start = text.indexOf('[');
        return start < 0 || !text.endsWith("]")
                ? new ArmLabel(text, "")
                : new ArmLabel(
                        text.substring(0, start), text.substring(start + 1, text.length() - 1));
    }

    /** {@code mulsupcon[metadata=modality]}. */
    public String text() {
        return variant.isEmpty() ? id : "%s[%s]".formatted(id, variant);
    }
}
