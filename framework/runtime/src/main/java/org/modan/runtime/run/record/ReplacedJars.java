/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.PluginOrigin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cells that are done and were made by another jar of a plugin than the one that is there now, of
 * the same version. A key holds the version of a release and not its jar, so that what one builds
 * is what another has; who changes code and keeps the version gets old results.
 */
public final class ReplacedJars {

    private final CellStore cells;

    public ReplacedJars(CellStore cells) {
        this.cells = requireNonNull(cells, "cells is null");
    }

    /**
     * What to say of each plugin of which there are such cells, sorted by plugin.
     *
     * @param done cells that will not be run
     */
    public List<String> describe(List<Cell> done) {
        Map<String, TreeSet<String>> madeByOthers = new TreeMap<>();
        for (Cell cell : done) {
            JsonNode recorded = recorded(cell);
            cell.plugins()
                    .forEach(
                            (part, plugin) -> {
                                if (isAnotherJar(recorded.path(part), plugin)) {
                                    madeByOthers
                                            .computeIfAbsent(
                                                    plugin.id() + " " + plugin.version(),
                                                    unknown -> new TreeSet<>())
                                            .add(cell.key().folder());
                                }
                            });
        }
        List<String> warnings = new ArrayList<>();
        madeByOthers.forEach((plugin, folders) -> warnings.add(warning(plugin, folders)));
        return warnings;
    }

    private static String warning(String plugin, TreeSet<String> folders) {
        return "plugin %s: another jar of this version made %d of the cells that are done, such as cells/%s; what it made stays. If its code has changed, give it another version (one that ends in -SNAPSHOT is told apart by its jar), or delete such folders"
                .formatted(plugin, folders.size(), folders.first());
    }

    private static boolean isAnotherJar(JsonNode recorded, PluginOrigin plugin) {
        return recorded.path("id").asString("").equals(plugin.id())
                && recorded.path("version").asString("").equals(plugin.version())
                && !recorded.path("sha256").asString("").equals(plugin.sha256());
    }

    /** A record that is missing or damaged says nothing; it is no reason to stop. */
    private JsonNode recorded(Cell cell) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(cells.folder(cell.key()).resolve(Provenance.FILE)))
                    .path("plugins");
        } catch (IOException | JacksonException e) {
            return JsonMapper.shared().nullNode();
        }
    }
}
