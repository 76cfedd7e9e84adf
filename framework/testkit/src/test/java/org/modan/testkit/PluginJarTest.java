/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.Plugin;

class PluginJarTest {

    @TempDir Path folder;

    @Test
    void compilesAPluginThatAClassLoaderCanUse() throws Exception {
        Path jar = acme().writeTo(folder);

        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            Object plugin =
                    loader.loadClass("acme.AcmePlugin").getDeclaredConstructor().newInstance();
            assertThat(plugin).isInstanceOf(Plugin.class);
            assertThat(((Plugin) plugin).id()).isEqualTo("acme");
        }
    }

    @Test
    void writesManifestServiceFileAndResources() throws IOException {
        Path jar =
                acme().attribute("Spi-Version", "1.7")
                        .withoutAttribute("Plugin-Version")
                        .resource("acme/weights.txt", "0.5")
                        .writeTo(folder);

        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Plugin-Id"))
                    .isEqualTo("acme");
            assertThat(file.getManifest().getMainAttributes().getValue("Spi-Version"))
                    .isEqualTo("1.7");
            assertThat(file.getManifest().getMainAttributes().getValue("Plugin-Version")).isNull();
            assertThat(text(file, "META-INF/services/org.modan.spi.Plugin"))
                    .isEqualTo("acme.AcmePlugin\n");
            assertThat(text(file, "acme/weights.txt")).isEqualTo("0.5");
        }
    }

    @Test
    void aDirectoryHoldsTheLibrariesTheSourcesWereCompiledAgainst() throws IOException {
        Path library =
                PluginJar.library("greetings")
                        .source(
                                "greet.Greeting",
                                "package greet; public class Greeting {"
                                        + " public static String id() { return \"acme\"; } }")
                        .writeTo(folder);

        Path directory =
                PluginJar.plugin("acme")
                        .uses(library)
                        .source(
                                "acme.AcmePlugin",
                                "package acme; public class AcmePlugin implements"
                                        + " org.modan.spi.Plugin { public String id()"
                                        + " { return greet.Greeting.id(); } }")
                        .provider("acme.AcmePlugin")
                        .writeDirectory(folder.resolve("plugins"));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("acme.jar", "greetings.jar");
        }
    }

    @Test
    void saysWhereASourceDoesNotCompile() {
        PluginJar jar = PluginJar.plugin("acme").source("acme.Broken", "class Broken { int }");

        assertThatThrownBy(() -> jar.writeTo(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not compile")
                .hasMessageContaining("acme/Broken.java:1");
    }

    @Test
    void aTruncatedJarIsNoJarAnyMore() {
        Path jar = CorruptJar.truncate(acme().writeTo(folder));

        assertThatThrownBy(() -> new JarFile(jar.toFile()).close())
                .isInstanceOf(ZipException.class);
    }

    @Test
    void aFlippedByteShowsOnlyWhenTheEntryIsRead() throws IOException {
        Path jar = CorruptJar.flipByte(acme().writeTo(folder));

        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getEntry("acme/AcmePlugin.class")).isNotNull();
        }
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
            entries.getNextEntry();
            assertThatThrownBy(entries::readAllBytes).isInstanceOf(ZipException.class);
        }
    }

    private static PluginJar acme() {
        return PluginJar.plugin("acme")
                .source(
                        "acme.AcmePlugin",
                        "package acme; public class AcmePlugin implements org.modan.spi.Plugin"
                                + " { public String id() { return \"acme\"; } }")
                .provider("acme.AcmePlugin");
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
