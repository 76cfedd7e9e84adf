/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.engine.TrainingEngine;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.plugin.loading.PluginLoader;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.ModanException;

/** Verifies one plugin: loads it as an experiment would, and runs the contract of all it offers. */
public final class Verifier {

    private static final String LOADS = "Modan can load it";

    private final PluginLoader loader = new PluginLoader(Verifier.class.getClassLoader());
    private final PluginFolders folders;

    /**
     * @param folders of the installed plugins, whose names the plugin may not take
     */
    public Verifier(PluginFolders folders) {
        this.folders = requireNonNull(folders, "folders is null");
    }

    /**
     * Runs every check, however many fail.
     *
     * @param jarOrDirectory a plugin's jar, or the directory of one with its libraries
     * @param sets options of its extensions, each {@code NAME.option=value}
     * @param base folder that relative paths in options start from
     * @throws ModanException if there is no such file, if an option is wrong, or if the engine does
     *     not start: whatever is wrong with the plugin is a failed check
     */
    public Verification verify(
            Path jarOrDirectory, List<String> sets, Path base, VerifyListener listener) {
        requireNonNull(listener, "listener is null");
        requirePlugin(jarOrDirectory);
        Tally tally = new Tally(listener);
        GivenOptions given = new GivenOptions(sets, base);
        try (PluginLoading loading = loader.loadOnly(jarOrDirectory)) {
            ExtensionCatalog offers = ExtensionCatalog.of(loading);
            List<Subject> subjects = subjects(offers, given);
            loading.plugins().forEach(tally::plugin);
            loads(offers.problems()).forEach(tally::result);
            for (LoadedPlugin plugin : loading.plugins()) {
                try (PluginLoading installed = loader.load(folders)) {
                    new Neighbours(plugin, offers, installed).results().forEach(tally::result);
                }
            }
            subjects.forEach(subject -> check(subject, tally));
        }
        return tally.verification();
    }

    private static void requirePlugin(Path path) {
        if (!Files.exists(path)) {
            throw unnamed(path, "does not exist");
        }
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(path, "*.{jar,JAR}")) {
                if (!jars.iterator().hasNext()) {
                    throw unnamed(path, "holds no jar");
                }
            } catch (IOException e) {
                throw unnamed(path, "cannot be listed (%s)".formatted(Reasons.of(e)));
            }
        }
    }

    private static ModanException unnamed(Path path, String why) {
        return new ModanException(
                ErrorCode.CONFIGURATION,
                "%s %s; name a plugin's jar, or the folder of one with its libraries"
                        .formatted(path, why));
    }

    private static List<Result> loads(List<PluginProblem> problems) {
        return problems.isEmpty()
                ? List.of(Result.ok(LOADS))
                : problems.stream()
                        .map(problem -> Result.failed(LOADS, problem.message()))
                        .toList();
    }

    /**
     * @throws ModanException if an option that was given is wrong
     */
    private static List<Subject> subjects(ExtensionCatalog offers, GivenOptions given) {
        List<Subject> subjects = new ArrayList<>();
        for (ExtensionKind<?> kind : ExtensionKind.ALL) {
            for (String name : offers.names(kind)) {
                Extension<? extends ExtensionFactory> extension =
                        offers.find(kind, name).orElseThrow();
                subjects.add(
                        new Subject(
                                kind,
                                name,
                                extension,
                                given.resolve(name, extension.factory().options())));
            }
        }
        if (offers.problems().isEmpty()) {
            // Of a plugin that does not load nobody knows what it would offer.
            given.requireKnown(subjects.stream().map(Subject::name).distinct().sorted().toList());
        }
        given.refuseProblems();
        return subjects;
    }

    private static void check(Subject subject, Tally tally) {
        tally.extension(subject.kind(), subject.name());
        Optional<String> obstacle = subject.obstacle();
        if (obstacle.isPresent()) {
            tally.unchecked(obstacle.get());
            return;
        }
        if (subject.kind() != ExtensionKind.DATASET) {
            TrainingEngine.start();
        }
        try {
            Contracts.of(subject).forEach(check -> tally.result(Contracts.run(check, subject)));
        } catch (ModanException e) {
            tally.result(Result.failed("it can be asked for its contract", e.getMessage()));
        }
    }
}
