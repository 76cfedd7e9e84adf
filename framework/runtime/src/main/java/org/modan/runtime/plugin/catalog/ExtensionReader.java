/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.catalog;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.OwnContext;
import org.modan.runtime.plugin.UnusablePluginException;
import org.modan.runtime.plugin.failure.PluginBoundary;
import org.modan.spi.ExtensionFactory;

/** Asks a plugin for everything it offers, once and at the boundary. */
final class ExtensionReader {

    private ExtensionReader() {}

    /**
     * All extensions of all kinds, with their names. All or none: a plugin of which one getter
     * fails is not used by half.
     */
    static List<Named> read(LoadedPlugin plugin) throws UnusablePluginException {
        List<Named> extensions = new ArrayList<>();
        for (ExtensionKind<?> kind : ExtensionKind.ALL) {
            for (ExtensionFactory factory : factories(plugin, kind)) {
                ExtensionFactory own = OwnContext.around(factory, plugin.loader());
                extensions.add(new Named(kind, name(plugin, kind, own), own));
            }
        }
        return extensions;
    }

    private static <F extends ExtensionFactory> List<F> factories(
            LoadedPlugin plugin, ExtensionKind<F> kind) throws UnusablePluginException {
        String step = "list its %s extensions".formatted(kind.noun());
        List<F> list =
                PluginBoundary.call(
                        plugin.jar(),
                        step,
                        () ->
                                OwnContext.of(
                                        plugin.loader(), () -> kind.factories(plugin.plugin())));
        // A lazy list would fail later; the copy also refuses an element that is null.
        return PluginBoundary.call(plugin.jar(), step, () -> List.copyOf(list));
    }

    private static String name(LoadedPlugin plugin, ExtensionKind<?> kind, ExtensionFactory factory)
            throws UnusablePluginException {
        String name =
                PluginBoundary.call(
                        plugin.jar(), "read the name of a " + kind.noun(), factory::name);
        String whose = "of the %s '%s'".formatted(kind.noun(), name);
        PluginBoundary.call(plugin.jar(), "read the summary " + whose, factory::summary);
        PluginBoundary.call(plugin.jar(), "read the citation " + whose, factory::citation);
        PluginBoundary.call(plugin.jar(), "read the options " + whose, factory::options);
        return name;
    }

    /** An extension as its plugin names it; the name may be unfit or taken. */
    record Named(ExtensionKind<?> kind, String name, ExtensionFactory factory) {}
}
