/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.PluginContext;
import org.modan.spi.Seed;

/** A host that keeps what it is told. */
public final class RecordingContext implements PluginContext {

    private final List<String> warnings = new ArrayList<>();

    @Override
    public Seed seed() {
        return new Seed(7);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    public List<String> warnings() {
        return warnings;
    }
}
