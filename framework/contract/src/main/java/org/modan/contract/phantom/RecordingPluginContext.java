/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.modan.spi.PluginContext;
import org.modan.spi.Seed;

/** A plugin's context that keeps its warnings for a test to look at. */
public final class RecordingPluginContext implements PluginContext {

    private static final Seed FIXED = new Seed(20_261_122L);

    private final Seed seed;
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    /** A context whose seed is always the same. */
    public RecordingPluginContext() {
        this(FIXED);
    }

    public RecordingPluginContext(Seed seed) {
        this.seed = requireNonNull(seed, "seed is null");
    }

    @Override
    public Seed seed() {
        return seed;
    }

    @Override
    public void warn(String message) {
        warnings.add(requireNonNull(message, "message is null"));
    }

    /** What was warned of so far, in order. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
