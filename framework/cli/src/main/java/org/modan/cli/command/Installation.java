/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modan.cli.host.CacheFolder;
import org.modan.cli.host.Environment;
import org.modan.runtime.ModanSettings;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Where this installation of Modan has its things. */
final class Installation {

    private static final String USUAL_DEVICE = "cpu";

    private final Environment environment;

    Installation(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    /** Modan's own plugins come first, so that nobody takes their names. */
    ModanSettings settings(Arguments arguments) {
        List<Path> further = new ArrayList<>(environment.paths("MODAN_PLUGINS"));
        arguments.values(CommonOptions.PLUGINS).stream()
                .map(environment::path)
                .forEach(further::add);
        return new ModanSettings(
                new PluginFolders(environment.home().map(home -> home.resolve("plugins")), further),
                CacheFolder.of(environment),
                arguments.value(CommonOptions.DEVICE).orElse(USUAL_DEVICE),
                environment.variables());
    }

    /** An experiment that comes with Modan. */
    Path experiment(String name) {
        Path home =
                environment
                        .home()
                        .orElseThrow(
                                () ->
                                        missing(
                                                "this Modan does not know where it is installed; start it with its bin/modan"));
        Path file = home.resolve("experiments").resolve(name);
        if (!Files.isRegularFile(file)) {
            throw missing("%s is missing; install Modan again".formatted(file));
        }
        return file;
    }

    private static ModanException missing(String message) {
        return new ModanException(ErrorCode.CONFIGURATION, message);
    }
}
