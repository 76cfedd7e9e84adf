/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
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
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Writes the Maven project of a new plugin. */
final class PluginsNew implements PluginsAction {

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
        return Set.of(NewProject.KIND, NewProject.ID, NewProject.PACKAGE, CommonOptions.PLUGINS);
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
        PluginProject project = new NewProject(environment).of(folder, arguments);
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
