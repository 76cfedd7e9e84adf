/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Layout;
import org.modan.cli.host.Environment;
import org.modan.cli.project.PluginProject;
import org.modan.cli.project.ProjectNames;
import org.modan.runtime.Modan;
import org.modan.runtime.plan.ModanVersion;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.SpiVersion;
import org.modan.runtime.text.DidYouMean;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Writes the Maven project of a new plugin. */
final class PluginsNew implements PluginsAction {

    static final String KIND = "kind";
    static final String ID = "id";
    static final String PACKAGE = "package";

    private final Environment environment;

    PluginsNew(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    @Override
    public String word() {
        return "new";
    }

    @Override
    public Set<String> options() {
        return Set.of(KIND, ID, PACKAGE, CommonOptions.PLUGINS);
    }

    @Override
    public ExitCode run(Arguments arguments, List<String> words, Console console) {
        if (words.size() != 1) {
            throw arguments.problem(
                    words.isEmpty()
                            ? "new needs the folder to write to, as in modan plugins new my-method --kind strategy"
                            : "new takes one folder, not " + String.join(" ", words));
        }
        Path folder = environment.path(words.get(0));
        PluginProject project =
                new PluginProject(
                        kind(arguments),
                        names(folder, arguments),
                        new PluginProject.Versions(ModanVersion.get(), SpiVersion.HOST.toString()),
                        sdk());
        requireFree(project, arguments);
        try {
            requireEmpty(folder);
            project.writeTo(folder);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT,
                    "%s cannot be written: %s; name another folder, or mend its permissions"
                            .formatted(folder, Reasons.of(e)),
                    e);
        }
        console.print(report(folder, project, console.width()));
        return ExitCode.DONE;
    }

    private static ExtensionKind<?> kind(Arguments arguments) {
        List<String> known = ExtensionKind.ALL.stream().map(ExtensionKind::noun).toList();
        String noun =
                arguments
                        .value(KIND)
                        .orElseThrow(
                                () ->
                                        arguments.problem(
                                                "--kind is missing: " + String.join(", ", known)));
        return ExtensionKind.ALL.stream()
                .filter(kind -> kind.noun().equals(noun))
                .findFirst()
                .orElseThrow(
                        () ->
                                arguments.problem(
                                        "--kind %s: %s"
                                                .formatted(
                                                        noun,
                                                        DidYouMean.suggest(noun, known)
                                                                .map("did you mean %s?"::formatted)
                                                                .orElse(
                                                                        "choose from "
                                                                                + String.join(
                                                                                        ", ",
                                                                                        known)))));
    }

    private static ProjectNames names(Path folder, Arguments arguments) {
        Path last = folder.getFileName();
        String id = arguments.value(ID).orElse(last == null ? "" : last.toString());
        try {
            ProjectNames names = ProjectNames.of(id);
            return arguments.value(PACKAGE).map(name -> new ProjectNames(id, name)).orElse(names);
        } catch (IllegalArgumentException e) {
            throw arguments.problem(
                    e.getMessage()
                            + (arguments.has(ID) || arguments.has(PACKAGE)
                                    ? ""
                                    : "; or name it with --id"));
        }
    }

    /** Beside a plugin that has its name the new one could not be used. */
    private void requireFree(PluginProject project, Arguments arguments) {
        String id = project.names().id();
        try (Modan modan = Modan.start(new Installation(environment).settings(arguments))) {
            if (modan.plugins().stream().anyMatch(plugin -> plugin.id().equals(id))) {
                throw arguments.problem(
                        "an installed plugin is called %s; choose another name with --id"
                                .formatted(id));
            }
            modan.catalog()
                    .find(project.kind(), id)
                    .ifPresent(
                            taken -> {
                                throw arguments.problem(
                                        "the installed plugin %s offers a %s called %s; choose another name with --id"
                                                .formatted(
                                                        taken.plugin().id(),
                                                        project.kind().noun(),
                                                        id));
                            });
        }
    }

    /** What the installation brings for those who build plugins. */
    private URI sdk() {
        Path home =
                environment
                        .home()
                        .orElseThrow(
                                () ->
                                        new ModanException(
                                                ErrorCode.CONFIGURATION,
                                                "this Modan does not know where it is installed; start it with its bin/modan"));
        return home.resolve("sdk").toUri();
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(folder, "is a file");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw refusal(folder, "is not empty");
            }
        }
    }

    private static ModanException refusal(Path folder, String why) {
        return new ModanException(
                ErrorCode.OUTPUT,
                "%s %s; name a new folder, nothing is ever overwritten".formatted(folder, why));
    }

    private List<String> report(Path folder, PluginProject project, int width) {
        String id = project.names().id();
        String given =
                project.kind() == ExtensionKind.DATASET
                        ? " --set %s.root=IMAGES".formatted(id)
                        : "";
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "%s: a plugin with the %s %s"
                                        .formatted(
                                                environment.shown(folder),
                                                project.kind().noun(),
                                                id),
                                "",
                                "  cd " + environment.shown(folder),
                                "  mvn package",
                                "  modan plugins verify target/%s.jar%s".formatted(id, given),
                                "  cp target/%s.jar PLUGINS".formatted(id),
                                "  modan list --plugins PLUGINS",
                                ""));
        lines.addAll(
                Layout.wrap(
                        "mvn package compiles and tests it. PLUGINS is any folder of yours; for one that MODAN_PLUGINS names, --plugins can be left out.",
                        width,
                        ""));
        return lines;
    }
}
