/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Builds a real jar from Java sources given as text, for tests of plugins and of their loading.
 *
 * <pre>{@code
 * Path jar = PluginJar.plugin("acme")
 *         .source("acme.AcmePlugin", "package acme; public class AcmePlugin implements ...")
 *         .provider("acme.AcmePlugin")
 *         .writeTo(pluginsFolder);
 * }</pre>
 */
public final class PluginJar {

    private static final String SERVICE = "META-INF/services/org.modan.spi.Plugin";

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> providers = new ArrayList<>();
    private final SortedMap<String, byte[]> resources = new TreeMap<>();
    private final List<Path> libraries = new ArrayList<>();
    private List<Path> host = SourceCompiler.ownClassPath();

    private PluginJar(String name) {
        this.name = requireNonNull(name, "name is null");
    }

    /** A plugin of version 1.0.0 built for SPI 1.0, until told otherwise. */
    public static PluginJar plugin(String id) {
        return new PluginJar(id)
                .attribute("Plugin-Id", id)
                .attribute("Plugin-Version", "1.0.0")
                .attribute("Spi-Version", "1.0");
    }

    /** A plain jar, such as a library that a plugin brings. */
    public static PluginJar library(String name) {
        return new PluginJar(name);
    }

    /** Sets an attribute of the manifest. */
    public PluginJar attribute(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    public PluginJar withoutAttribute(String key) {
        attributes.remove(key);
        return this;
    }

    public PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Names classes in the jar's service file; without a call there is no such file. */
    public PluginJar provider(String... classNames) {
        providers.addAll(Arrays.asList(classNames));
        return this;
    }

    public PluginJar resource(String path, String text) {
        return resource(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJar resource(String path, byte[] content) {
        resources.put(path, content.clone());
        return this;
    }

    /** A jar the sources are compiled against and {@link #writeDirectory} copies beside it. */
    public PluginJar uses(Path libraryJar) {
        libraries.add(libraryJar);
        return this;
    }

    /**
     * Compiles the sources against these jars, such as those of an older version of the contracts,
     * rather than against what this process was started with.
     */
    public PluginJar compiledAgainst(List<Path> jars) {
        host = List.copyOf(jars);
        return this;
    }

    /**
     * Compiles and packs.
     *
     * @return the jar, named after the plugin, in the given folder
     */
    public Path writeTo(Path folder) {
        SortedMap<String, byte[]> entries = new TreeMap<>(resources);
        if (!sources.isEmpty()) {
            entries.putAll(SourceCompiler.compile(sources, classPath()));
        }
        if (!providers.isEmpty()) {
            String lines = String.join("\n", providers) + "\n";
            entries.put(SERVICE, lines.getBytes(StandardCharsets.UTF_8));
        }
        Path jar = folder.resolve(name + ".jar");
        try {
            Files.createDirectories(folder);
            pack(jar, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /**
     * The form of a plugin that brings libraries: a folder of its name with its jar and theirs.
     *
     * @return the folder, in the given one
     */
    public Path writeDirectory(Path folder) {
        Path directory = folder.resolve(name);
        writeTo(directory);
        try {
            for (Path library : libraries) {
                Files.copy(
                        library,
                        directory.resolve(library.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    private List<Path> classPath() {
        return Stream.concat(libraries.stream(), host.stream()).toList();
    }

    private void pack(Path jar, SortedMap<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(main::putValue);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
