/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.UnusablePluginException;

/**
 * A jar that may be a plugin, with the libraries beside it.
 *
 * @param contents of the jar itself
 * @param libraries the other jars of its directory, sorted by name
 */
record PluginCandidate(JarContents contents, List<Path> libraries) {

    PluginCandidate {
        libraries = List.copyOf(libraries);
    }

    /** What people put where a jar belongs; a text that explains the folder is none of these. */
    private static final Set<String> MISPLACED = Set.of("zip", "class", "java", "gz", "tgz");

    /**
     * The entries of a folder that are or should be plugins, sorted by name: jars, directories, and
     * what is neither but looks as if it was meant to be; nothing hidden.
     */
    static List<Path> entries(Path root) throws UnusablePluginException {
        return list(root).stream()
                .filter(path -> Files.isDirectory(path) || isJar(path) || isMisplaced(path))
                .toList();
    }

    /** Reads a jar, or a directory of which one jar is the plugin. */
    static PluginCandidate at(Path jarOrDirectory) throws UnusablePluginException {
        if (isMisplaced(jarOrDirectory)) {
            throw new UnusablePluginException(
                    jarOrDirectory,
                    "is neither a jar nor a folder",
                    "put the plugin's jar in its place, or a folder that holds the jar and its"
                            + " libraries");
        }
        if (!Files.isDirectory(jarOrDirectory)) {
            return new PluginCandidate(readAllowed(jarOrDirectory), List.of());
        }
        List<JarContents> jars = new ArrayList<>();
        for (Path path : list(jarOrDirectory)) {
            if (isJar(path)) {
                jars.add(readAllowed(path));
            }
        }
        JarContents plugin = pluginAmong(jars, jarOrDirectory);
        List<Path> libraries =
                jars.stream().filter(jar -> jar != plugin).map(JarContents::jar).toList();
        return new PluginCandidate(plugin, libraries);
    }

    Path jar() {
        return contents.jar();
    }

    /** Where classes are searched: the plugin first, then its libraries. */
    List<Path> classPath() {
        return Stream.concat(Stream.of(jar()), libraries.stream()).toList();
    }

    private static JarContents readAllowed(Path jar) throws UnusablePluginException {
        JarContents contents = JarContents.read(jar);
        if (contents.bundledHostClass().isPresent()) {
            throw new UnusablePluginException(
                    jar,
                    "brings its own copy of %s, which Modan provides"
                            .formatted(contents.bundledHostClass().get()),
                    "leave it out of the jar (in Maven: scope 'provided')");
        }
        return contents;
    }

    private static JarContents pluginAmong(List<JarContents> jars, Path directory)
            throws UnusablePluginException {
        if (jars.size() == 1) {
            return jars.get(0);
        }
        List<JarContents> plugins =
                jars.stream().filter(jar -> jar.providers().isPresent()).toList();
        if (plugins.size() == 1) {
            return plugins.get(0);
        }
        if (plugins.isEmpty()) {
            throw new UnusablePluginException(
                    directory,
                    jars.isEmpty()
                            ? "holds no jar"
                            : "holds %d jars, none with a service file %s"
                                    .formatted(jars.size(), JarContents.SERVICE_FILE),
                    "put the plugin's jar there, or remove the folder");
        }
        throw new UnusablePluginException(
                directory,
                "holds %d plugins (%s)"
                        .formatted(
                                plugins.size(),
                                plugins.stream()
                                        .map(jar -> jar.jar().getFileName().toString())
                                        .collect(Collectors.joining(", "))),
                "give each plugin a folder of its own");
    }

    private static List<Path> list(Path folder) throws UnusablePluginException {
        if (!Files.isDirectory(folder)) {
            throw new UnusablePluginException(
                    folder,
                    Files.exists(folder) ? "is no folder" : "does not exist",
                    "name a folder that holds plugins, or none");
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !fileName(path).startsWith("."))
                    .sorted(Comparator.comparing(PluginCandidate::fileName))
                    .toList();
        } catch (IOException e) {
            throw new UnusablePluginException(
                    new PluginProblem(
                            folder,
                            "cannot be listed (%s)".formatted(e.getMessage()),
                            "make it readable"),
                    e);
        }
    }

    /** Also of a link that leads nowhere: reading it tells. */
    private static boolean isJar(Path path) {
        return !Files.isDirectory(path) && suffix(path).equals("jar");
    }

    private static boolean isMisplaced(Path path) {
        return !Files.isDirectory(path) && MISPLACED.contains(suffix(path));
    }

    private static String suffix(Path path) {
        String name = fileName(path);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }
}
