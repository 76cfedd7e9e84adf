/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.project;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.plugin.ExtensionKind;

/**
 * The Maven project of a new plugin: one class, one test of it on the contract suite, and what
 * Maven needs to make a jar of them that Modan loads.
 *
 * @param kind what the plugin offers
 * @param names of it
 * @param versions it is built against
 * @param sdk the Maven repository that has Modan's artifacts
 */
public record PluginProject(ExtensionKind<?> kind, ProjectNames names, Versions versions, URI sdk) {

    /**
     * What a plugin is built against.
     *
     * @param modan version of Modan's artifacts
     * @param spi version of the contracts, for the jar's manifest
     */
    public record Versions(String modan, String spi) {}

    public PluginProject {
        requireNonNull(kind, "kind is null");
        requireNonNull(names, "names is null");
        requireNonNull(versions, "versions is null");
        requireNonNull(sdk, "sdk is null");
    }

    /** The files by their path in the project. */
    public Map<String, String> files() {
        String java = "src/%s/java/" + names.packageFolder() + "/" + names.className();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", text("pom.xml"));
        files.put(java.formatted("main") + ".java", text(kind.noun() + "/Plugin.java.txt"));
        files.put(java.formatted("test") + "Test.java", text(kind.noun() + "/PluginTest.java.txt"));
        files.put(
                "src/main/resources/META-INF/services/org.modan.spi.Plugin",
                names.packageName() + "." + names.className() + "\n");
        files.put("README.md", text(kind.noun() + "/README.md"));
        files.put(".gitignore", "/target/\n");
        return files;
    }

    /** Writes the files into a folder, which is made if it is not there. */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private String text(String template) {
        String text = read(template);
        for (Map.Entry<String, String> value : values().entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }

    private Map<String, String> values() {
        return Map.of(
                "id", names.id(),
                "package", names.packageName(),
                "class", names.className(),
                "modan", versions.modan(),
                "spi", versions.spi(),
                "sdk", inXml(sdk));
    }

    /** A folder may be called R&amp;D, and a URI leaves that as it is. */
    private static String inXml(URI uri) {
        return uri.toString().replace("&", "&amp;");
    }

    private static String read(String template) {
        try (InputStream in = PluginProject.class.getResourceAsStream(template)) {
            return new String(
                    requireNonNull(in, "no template " + template).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
