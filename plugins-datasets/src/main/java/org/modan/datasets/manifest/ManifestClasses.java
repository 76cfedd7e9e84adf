/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modan.datasets.manifest.ManifestReader.Entry;
import org.modan.spi.PluginContext;

/** The classes of a table, in the order that makes the second one the positive one. */
final class ManifestClasses {

    private ManifestClasses() {}

    /**
     * @param wanted the order a user asked for; without one it is alphabetical
     * @param problems hears of labels that are none of those wanted
     */
    static List<String> of(
            List<Entry> entries,
            Optional<List<String>> wanted,
            ManifestProblems problems,
            PluginContext context) {
        Set<String> present = new TreeSet<>();
        entries.forEach(entry -> entry.label().ifPresent(present::add));
        if (wanted.isEmpty()) {
            return List.copyOf(present);
        }
        List<String> classes = wanted.get();
        for (Entry entry : entries) {
            entry.label()
                    .filter(label -> !classes.contains(label))
                    .ifPresent(
                            label ->
                                    problems.add(
                                            ManifestProblems.Kind.FOREIGN_LABEL,
                                            entry.line(),
                                            label));
        }
        Set<String> absent = new LinkedHashSet<>(classes);
        absent.removeAll(present);
        if (!absent.isEmpty()) {
            context.warn(
                    "manifest: no image is labelled %s, which classes names"
                            .formatted(String.join(" or ", absent)));
        }
        return classes;
    }
}
