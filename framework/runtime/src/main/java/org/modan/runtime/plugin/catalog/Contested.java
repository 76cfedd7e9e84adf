/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.failure.PluginFailure;

/**
 * Ids and names that more than one plugin claims. The first one has them, so that a plugin nobody
 * asks for does no harm; but an experiment that uses one might mean either.
 */
final class Contested {

    private final Map<List<Object>, List<PluginProblem>> claims = new LinkedHashMap<>();

    Contested(Map<String, List<PluginProblem>> ids) {
        ids.forEach((id, problems) -> claims.put(List.of(id), new ArrayList<>(problems)));
    }

    static PluginProblem name(
            ExtensionKind<?> kind, String name, LoadedPlugin first, LoadedPlugin second) {
        if (first.id().equals(second.id())) {
            return new PluginProblem(
                    second.jar(),
                    "offers more than one %s '%s'".formatted(kind.noun(), name),
                    PluginFailure.REPORT + ": each needs a name of its own");
        }
        return first.comesWithModan()
                ? new PluginProblem(
                        second.jar(),
                        "offers the %s '%s', a name that comes with Modan (%s)"
                                .formatted(kind.noun(), name, first.jar()),
                        "rename it, or remove this plugin")
                : new PluginProblem(
                        second.jar(),
                        "offers the %s '%s', as does %s, which came first"
                                .formatted(kind.noun(), name, first.jar()),
                        "rename it, or remove one of the two plugins");
    }

    void addName(ExtensionKind<?> kind, String name, PluginProblem problem) {
        claims.computeIfAbsent(List.of(kind, name), unknown -> new ArrayList<>()).add(problem);
    }

    /** What makes it doubtful that this extension is meant. */
    List<PluginProblem> claimsOn(ExtensionKind<?> kind, String name, Extension<?> extension) {
        List<PluginProblem> all = new ArrayList<>();
        all.addAll(claims.getOrDefault(List.<Object>of(kind, name), List.of()));
        all.addAll(claims.getOrDefault(List.<Object>of(extension.plugin().id()), List.of()));
        return all;
    }
}
