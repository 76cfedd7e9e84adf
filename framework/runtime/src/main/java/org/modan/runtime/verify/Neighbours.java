/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;

/** Whether a plugin can live beside those that are installed. */
final class Neighbours {

    private static final String ID = "no other plugin has its id";
    private static final String NAMES = "no other plugin offers what it offers under the same name";

    private final LoadedPlugin plugin;
    private final ExtensionCatalog offers;
    private final List<LoadedPlugin> others;

    /**
     * @param offers what the plugin offers
     * @param installed every installed plugin; the plugin itself may be one of them
     */
    Neighbours(LoadedPlugin plugin, ExtensionCatalog offers, PluginLoading installed) {
        this.plugin = plugin;
        this.offers = offers;
        this.others = installed.plugins().stream().filter(other -> !isSame(other, plugin)).toList();
    }

    List<Result> results() {
        return List.of(id(), names());
    }

    private Result id() {
        return others.stream()
                .filter(other -> other.id().equals(plugin.id()) && !isEarlierVersion(other))
                .findFirst()
                .map(
                        other ->
                                Result.failed(
                                        ID,
                                        "%s %s the id '%s'; give this one an id of its own"
                                                .formatted(
                                                        other.jar(),
                                                        other.comesWithModan()
                                                                ? "comes with Modan and has"
                                                                : "offers other things and has",
                                                        other.id())))
                .orElseGet(() -> Result.ok(ID));
    }

    private Result names() {
        List<String> contested = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (LoadedPlugin other : others) {
            if (isEarlierVersion(other)) {
                replaced.add(other.jar().toString());
            } else {
                shared(other).forEach(name -> contested.add(name + ", of " + other.jar()));
            }
        }
        if (!contested.isEmpty()) {
            return Result.failed(
                    NAMES,
                    "%s; rename it, or remove the other plugin"
                            .formatted(String.join("; ", contested)));
        }
        return replaced.isEmpty()
                ? Result.ok(NAMES)
                : Result.ok(
                        NAMES,
                        "%s is this plugin in another version; put this one in its place"
                                .formatted(String.join(", ", replaced)));
    }

    /**
     * Who works on a plugin has yesterday's installed: that the two claim the same is no conflict.
     */
    private boolean isEarlierVersion(LoadedPlugin other) {
        return other.id().equals(plugin.id())
                && !other.comesWithModan()
                && !shared(other).isEmpty();
    }

    /** What both offer, such as {@code strategy simclr}. */
    private List<String> shared(LoadedPlugin other) {
        ExtensionCatalog its = ExtensionCatalog.of(new PluginLoading(List.of(other), List.of()));
        List<String> shared = new ArrayList<>();
        for (ExtensionKind<?> kind : ExtensionKind.ALL) {
            its.names(kind).stream()
                    .filter(offers.names(kind)::contains)
                    .forEach(name -> shared.add(kind.noun() + " " + name));
        }
        return shared;
    }

    /** A copy of the same bytes is no other plugin either. */
    private static boolean isSame(LoadedPlugin other, LoadedPlugin plugin) {
        return other.sha256().equals(plugin.sha256()) || isSameFile(other.jar(), plugin.jar());
    }

    private static boolean isSameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }
}
