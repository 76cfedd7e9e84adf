/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;

/** What was heard of a verification, a line a call. */
final class WrittenDown implements VerifyListener {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void plugin(LoadedPlugin plugin) {
        lines.add("plugin " + plugin.id());
    }

    @Override
    public void extension(ExtensionKind<?> kind, String name) {
        lines.add(kind.noun() + " " + name);
    }

    @Override
    public void result(Result result) {
        lines.add(
                result.state()
                        + " "
                        + result.check()
                        + result.detail().map(": "::concat).orElse(""));
    }

    @Override
    public void unchecked(String why) {
        lines.add("unchecked: " + why);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
