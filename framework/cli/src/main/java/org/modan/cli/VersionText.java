/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import org.modan.cli.host.Environment;
import org.modan.runtime.plan.ModanVersion;

/** What {@code modan --version} says: what a report of a defect should begin with. */
final class VersionText {

    private VersionText() {}

    static String of(Environment environment) {
        return "modan %s (Java %s, %s %s)"
                .formatted(
                        ModanVersion.get(),
                        environment.property("java.version").orElse("?"),
                        environment.property("os.name").orElse("?"),
                        environment.property("os.arch").orElse("?"));
    }
}
