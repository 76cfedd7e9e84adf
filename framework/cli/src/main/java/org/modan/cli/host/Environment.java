/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.host;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What surrounds a command.
 *
 * @param variables of the environment
 * @param properties of the Java virtual machine
 * @param workingDirectory absolute
 */
public record Environment(
        Map<String, String> variables, Map<String, String> properties, Path workingDirectory) {

    public Environment {
        variables = Map.copyOf(variables);
        properties = Map.copyOf(properties);
        requireNonNull(workingDirectory, "workingDirectory is null");
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        Map<String, String> properties = new LinkedHashMap<>();
        Properties all = System.getProperties();
        all.stringPropertyNames().forEach(name -> properties.put(name, all.getProperty(name)));
        return new Environment(System.getenv(), properties, Path.of("").toAbsolutePath());
    }

    /** A variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** A property that is set and not empty. */
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
    }

    /** Where this Modan is installed, as the start script says. */
    public Optional<Path> home() {
        return property("modan.home").map(this::path);
    }

    /** A path as a user gives it. */
    public Path path(String text) {
        return workingDirectory.resolve(text).normalize();
    }

    /** Paths as a variable lists them. */
    public List<Path> paths(String variable) {
        String separator = property("path.separator").orElse(":");
        return variable(variable).stream()
                .flatMap(value -> Arrays.stream(value.split(Pattern.quote(separator))))
                .filter(text -> !text.isBlank())
                .map(this::path)
                .toList();
    }

    /** A path as a user would type it here. */
    public String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.startsWith(workingDirectory) && !absolute.equals(workingDirectory)) {
            return workingDirectory.relativize(absolute).toString();
        }
        return absolute.toString();
    }
}
