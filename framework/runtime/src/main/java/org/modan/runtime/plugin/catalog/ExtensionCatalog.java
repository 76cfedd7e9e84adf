/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.NameForm;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.UnusablePluginException;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.ModanException;

/** What the loaded plugins offer, by kind and name. */
public final class ExtensionCatalog {

    private final Map<ExtensionKind<?>, SortedMap<String, Extension<?>>> extensions =
            new LinkedHashMap<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final Contested contested;

    private ExtensionCatalog(PluginLoading loading) {
        problems.addAll(loading.problems());
        contested = new Contested(loading.contestedIds());
        ExtensionKind.ALL.forEach(kind -> extensions.put(kind, new TreeMap<>()));
        for (LoadedPlugin plugin : loading.plugins()) {
            try {
                ExtensionReader.read(plugin).forEach(extension -> add(plugin, extension));
            } catch (UnusablePluginException e) {
                problems.add(e.problem());
            }
        }
    }

    /** Asks every plugin what it offers. Where a name appears twice, the first one keeps it. */
    public static ExtensionCatalog of(PluginLoading loading) {
        return new ExtensionCatalog(loading);
    }

    /** The names of one kind, sorted. */
    public List<String> names(ExtensionKind<?> kind) {
        return List.copyOf(extensions.get(kind).keySet());
    }

    public <F extends ExtensionFactory> Optional<Extension<F>> find(
            ExtensionKind<F> kind, String name) {
        @SuppressWarnings("unchecked") // add() keeps every extension under its own kind
        Extension<F> extension = (Extension<F>) extensions.get(kind).get(name);
        return Optional.ofNullable(extension);
    }

    /**
     * The extension an experiment asks for.
     *
     * @throws ModanException if there is none: with {@link ErrorCode#CONFIGURATION} and the name
     *     that was probably meant, or with {@link ErrorCode#PLUGIN} if no name is near and some
     *     plugin could not be used, whose extension it may be; or if several plugins claim it
     */
    public <F extends ExtensionFactory> Extension<F> require(ExtensionKind<F> kind, String name) {
        Extension<F> extension = find(kind, name).orElseThrow(() -> missing(kind, name));
        refuseContested(claimsOn(kind, name));
        return extension;
    }

    /**
     * What makes it doubtful which plugin's extension is meant by a name: others offer it too, or
     * have the id of the plugin that does.
     */
    public List<PluginProblem> claimsOn(ExtensionKind<?> kind, String name) {
        return find(kind, name)
                .map(extension -> contested.claimsOn(kind, name, extension))
                .orElse(List.of());
    }

    /**
     * @param claims on what is to be used
     * @throws ModanException if there are any
     */
    public static void refuseContested(Collection<PluginProblem> claims) {
        if (!claims.isEmpty()) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    claims.stream()
                            .map(claim -> "\n  " + claim.message())
                            .collect(
                                    Collectors.joining(
                                            "",
                                            "several plugins claim what is to be used, and which"
                                                    + " one is meant Modan does not guess:",
                                            "")));
        }
    }

    /** Everything that could not be used, from loading on, in the order it was found. */
    public List<PluginProblem> problems() {
        return List.copyOf(problems);
    }

    private void add(LoadedPlugin plugin, ExtensionReader.Named named) {
        String described = "the %s '%s'".formatted(named.kind().noun(), named.name());
        if (!NameForm.fits(named.name())) {
            problems.add(
                    new PluginProblem(
                            plugin.jar(),
                            "offers " + described + ", which is no valid name",
                            "use lower-case letters, digits and single dashes"));
            return;
        }
        Extension<?> extension = new Extension<>(named.factory(), plugin);
        Extension<?> first = extensions.get(named.kind()).putIfAbsent(named.name(), extension);
        if (first != null) {
            PluginProblem problem =
                    Contested.name(named.kind(), named.name(), first.plugin(), plugin);
            problems.add(problem);
            contested.addName(named.kind(), named.name(), problem);
        }
    }

    private ModanException missing(ExtensionKind<?> kind, String name) {
        List<String> known = names(kind);
        Optional<String> meant = DidYouMean.suggest(name, known);
        StringBuilder message =
                new StringBuilder("no %s is called '%s'".formatted(kind.noun(), name));
        meant.ifPresent(suggestion -> message.append("; did you mean '%s'?".formatted(suggestion)));
        message.append(meant.isPresent() ? " Installed: " : "; installed: ")
                .append(known.isEmpty() ? "none" : String.join(", ", known));
        if (!problems.isEmpty()) {
            message.append(". It may be in a plugin that could not be used:");
            problems.forEach(problem -> message.append("\n  ").append(problem.message()));
        }
        boolean pluginAtFault = meant.isEmpty() && !problems.isEmpty();
        return new ModanException(
                pluginAtFault ? ErrorCode.PLUGIN : ErrorCode.CONFIGURATION, message.toString());
    }
}
