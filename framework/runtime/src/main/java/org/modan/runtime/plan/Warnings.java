/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.modan.spi.PluginContext;
import org.modan.spi.Seed;

/** Collects what extensions say while a matrix is planned, each thing once. */
final class Warnings {

    private final Set<String> heard = new LinkedHashSet<>();

    @Inject
    Warnings() {}

    /**
     * @param place what the extension is in the experiment, put before what it says
     */
    PluginContext context(String place, Seed seed) {
        return new PluginContext() {
            @Override
            public Seed seed() {
                return seed;
            }

            @Override
            public void warn(String message) {
                add(place, message);
            }
        };
    }

    void add(String place, String message) {
        add(place + ": " + message);
    }

    void add(String message) {
        heard.add(message);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }
}
