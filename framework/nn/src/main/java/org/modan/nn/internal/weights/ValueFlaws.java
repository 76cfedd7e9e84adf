/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.util.Optional;

/** Finds values that no training leaves behind and that make every output useless. */
final class ValueFlaws {

    private static final String VARIANCE = "running_var";

    private ValueFlaws() {}

    /** What the tensor holds that it must not, in words that follow its name. */
    static Optional<String> find(String name, HostTensor tensor) {
        if (!FloatingTypes.isFloating(tensor.type())) {
            return Optional.empty();
        }
        int notFinite = 0;
        boolean negative = false;
        // As an encoder would hold them: what float32 has no number for becomes infinite.
        for (float value : tensor.toFloats()) {
            if (!Float.isFinite(value)) {
                notFinite++;
            } else if (value < 0) {
                negative = true;
            }
        }
        if (notFinite > 0) {
            return Optional.of(
                    notFinite == 1
                            ? "holds a value that is not finite"
                            : "holds %d values that are not finite".formatted(notFinite));
        }
        return negative && name.endsWith(VARIANCE)
                ? Optional.of("holds negative values")
                : Optional.empty();
    }
}
