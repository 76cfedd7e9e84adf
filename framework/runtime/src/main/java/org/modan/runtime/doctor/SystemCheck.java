/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.List;

/** The operating system, and that nothing is fetched behind the user's back. */
final class SystemCheck implements Check {

    private final Host host;

    SystemCheck(Host host) {
        this.host = host;
    }

    @Override
    public Area area() {
        return Area.SYSTEM;
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                Finding.ok(
                        area(),
                        "%s %s, %s"
                                .formatted(
                                        host.property("os.name"),
                                        host.property("os.version"),
                                        host.property("os.arch"))),
                network());
    }

    private Finding network() {
        boolean offline =
                host.property("ai.djl.offline").equals("true")
                        || host.variable("DJL_OFFLINE").filter("true"::equals).isPresent();
        if (offline) {
            return Finding.ok(area(), "offline: nothing is downloaded");
        }
        return Finding.warning(
                area(),
                "DJL may download libraries that are missing",
                "start Modan with its bin/modan, or with -Dai.djl.offline=true");
    }
}
