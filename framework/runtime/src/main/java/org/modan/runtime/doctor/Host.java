/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;

/**
 * The machine and the process, as the checks see them.
 *
 * @param variables of the environment
 * @param properties of the Java virtual machine
 * @param processors this process may use
 * @param memory of the machine, or what its container may use, in bytes
 * @param heap the most that Java's own memory may grow to, in bytes
 */
record Host(
        Map<String, String> variables,
        Map<String, String> properties,
        int processors,
        long memory,
        long heap) {

    Host {
        variables = Map.copyOf(variables);
        properties = Map.copyOf(properties);
    }

    static Host of(Map<String, String> variables, Map<String, String> properties) {
        requireNonNull(variables, "variables is null");
        return new Host(
                variables,
                properties,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize(),
                Runtime.getRuntime().maxMemory());
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String property(String name) {
        return properties.getOrDefault(name, "unknown");
    }
}
