/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.modan.cli.host.Environment;
import org.modan.cli.project.PluginProject;
import org.modan.cli.project.ProjectNames;
import org.modan.runtime.Modan;
import org.modan.runtime.plan.ModanVersion;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.SpiVersion;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** What someone who starts a new plugin asks for. */
final class NewProject {

    static final String KIND = "kind";
    static final String ID = "id";
    static final String PACKAGE = "package";

    private final Environment environment;

    NewProject(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    /**
     * @throws ModanException if it is not said what to write, or nothing could be done with it
     */
    PluginProject of(Path folder, Arguments arguments) {
        PluginProject project =
                new PluginProject(
                        kind(arguments),
                        names(folder, arguments),
                        new PluginProject.Versions(ModanVersion.get(), SpiVersion.HOST.toString()),
                        sdk());
        requireFree(project, arguments);
        return project;
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
                                                .formatted(noun, DidYouMean.hint(noun, known))));
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
}
