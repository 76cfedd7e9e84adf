/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.ArrayList;
import java.util.List;

/** The Java that runs this, and how much memory it may take. */
final class JavaCheck implements Check {

    private static final int OLDEST = 17;

    /** The engine's arrays live beside Java's heap, and are the larger part. */
    private static final double LARGEST_SHARE = 0.75;

    private static final long SMALLEST_HEAP = 500L << 20;

    private final Host host;

    JavaCheck(Host host) {
        this.host = host;
    }

    @Override
    public Area area() {
        return Area.JAVA;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(version());
        findings.add(heap());
        return findings;
    }

    private Finding version() {
        String version = host.property("java.version");
        String text =
                "Java %s (%s) in %s"
                        .formatted(
                                version, host.property("java.vendor"), host.property("java.home"));
        if (feature(version) < OLDEST) {
            return Finding.problem(
                    area(), text, "set JAVA_HOME to Java %d or newer".formatted(OLDEST));
        }
        return Finding.ok(area(), text);
    }

    private Finding heap() {
        String text =
                "Java's own memory may grow to %s of %s"
                        .formatted(Bytes.text(host.heap()), Bytes.text(host.memory()));
        if (host.heap() > LARGEST_SHARE * host.memory()) {
            return Finding.warning(
                    area(),
                    text + ", which leaves little for the engine's arrays",
                    "set MODAN_JAVA_OPTS to a smaller -Xmx, such as -Xmx%dm"
                            .formatted(host.memory() / 4 >> 20));
        }
        if (host.heap() < SMALLEST_HEAP) {
            return Finding.warning(
                    area(), text, "set MODAN_JAVA_OPTS=-Xmx1g, or give the machine more memory");
        }
        return Finding.ok(area(), text);
    }

    private static int feature(String version) {
        try {
            return Runtime.Version.parse(version).feature();
        } catch (IllegalArgumentException e) {
            return 8; // the last that wrote its version in another way: 1.8.0_402
        }
    }
}
