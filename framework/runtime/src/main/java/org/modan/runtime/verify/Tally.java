/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;

/** Counts what a listener hears. */
final class Tally implements VerifyListener {

    private final VerifyListener listener;
    private final Map<Result.State, Integer> counts = new EnumMap<>(Result.State.class);
    private final List<String> unchecked = new ArrayList<>();
    private String extension = "";

    Tally(VerifyListener listener) {
        this.listener = requireNonNull(listener, "listener is null");
    }

    @Override
    public void plugin(LoadedPlugin plugin) {
        listener.plugin(plugin);
    }

    @Override
    public void extension(ExtensionKind<?> kind, String name) {
        extension = kind.noun() + " " + name;
        listener.extension(kind, name);
    }

    @Override
    public void result(Result result) {
        counts.merge(result.state(), 1, Integer::sum);
        listener.result(result);
    }

    @Override
    public void unchecked(String why) {
        unchecked.add(extension);
        listener.unchecked(why);
    }

    Verification verification() {
        return new Verification(
                count(Result.State.OK),
                count(Result.State.FAILED),
                count(Result.State.SKIPPED),
                unchecked);
    }

    private int count(Result.State state) {
        return counts.getOrDefault(state, 0);
    }
}
