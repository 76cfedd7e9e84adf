/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many threads compute, and what they do while they wait. */
final class ThreadsCheck implements Check {

    private static final String NUMBER = "OMP_NUM_THREADS";
    private static final String WAITING = "OMP_WAIT_POLICY";

    private final EngineProbe probe;
    private final Host host;

    ThreadsCheck(EngineProbe probe, Host host) {
        this.probe = probe;
        this.host = host;
    }

    @Override
    public Area area() {
        return Area.THREADS;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (probe.starts()) {
            findings.add(computing(JniUtils.getNumThreads()));
        } else {
            findings.add(
                    Finding.unknown(
                            area(),
                            "their number is not known, because the engine does not start"));
        }
        unreadable().ifPresent(findings::add);
        findings.add(waiting());
        return findings;
    }

    private Finding computing(int threads) {
        return Finding.ok(
                area(),
                "libtorch computes with %d of %d processors (%s)"
                        .formatted(
                                threads,
                                host.processors(),
                                host.variable(NUMBER)
                                        .map(number -> NUMBER + "=" + number)
                                        .orElse(NUMBER + " is not set")));
    }

    /** OpenMP passes over a value it cannot read. */
    private Optional<Finding> unreadable() {
        return host.variable(NUMBER)
                .filter(value -> !value.matches("[1-9]\\d{0,5}(,[1-9]\\d{0,5})*"))
                .map(
                        value ->
                                Finding.warning(
                                        area(),
                                        "%s=%s is no number, and has no effect"
                                                .formatted(NUMBER, value),
                                        "set it to a whole number, or unset it"));
    }

    private Finding waiting() {
        Optional<String> policy = host.variable(WAITING);
        if (policy.filter("passive"::equalsIgnoreCase).isPresent()) {
            return Finding.ok(area(), "threads that wait sleep (OMP_WAIT_POLICY=PASSIVE)");
        }
        return Finding.warning(
                area(),
                "threads that wait keep their processors busy (%s)"
                        .formatted(
                                policy.map(value -> WAITING + "=" + value)
                                        .orElse(WAITING + " is not set")),
                "set OMP_WAIT_POLICY=PASSIVE unless Modan has the machine to itself: alone it is up to 1.2 times as fast so, beside other work several times slower");
    }
}
