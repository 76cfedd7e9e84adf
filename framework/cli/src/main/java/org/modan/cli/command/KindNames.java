/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import org.modan.runtime.plugin.ExtensionKind;

/** What several extensions of a kind are called. */
final class KindNames {

    private KindNames() {}

    /** {@code strategies}, {@code datasets}. */
    static String plural(ExtensionKind<?> kind) {
        String noun = kind.noun();
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
