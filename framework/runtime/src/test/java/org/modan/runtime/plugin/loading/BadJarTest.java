/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.TestPlugins;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

/** What is wrong with a jar before a class of it is loaded, and the line a user reads. */
class BadJarTest {

    @TempDir Path folder;

    @Test
    void aTextFileThatCallsItselfAJar() {
        Path jar = CorruptJar.text(folder, "acme.jar");

        assertThat(problem(jar))
                .startsWith("is no readable jar (")
                .endsWith("); copy or download it again");
    }

    @Test
    void anEmptyFileThatCallsItselfAJar() throws IOException {
        Path jar = Files.createFile(folder.resolve("acme.jar"));

        assertThat(problem(jar))
                .isEqualTo("is no readable jar (zip file is empty); copy or download it again");
    }

    @Test
    void aTruncatedJar() {
        Path jar = CorruptJar.truncate(TestPlugins.empty("acme").writeTo(folder));

        assertThat(problem(jar))
                .startsWith("is no readable jar (")
                .endsWith("); copy or download it again");
    }

    @Test
    void aJarWithADamagedEntry() {
        Path jar = CorruptJar.flipByte(TestPlugins.empty("acme").writeTo(folder));

        assertThat(problem(jar))
                .startsWith("is no readable jar (")
                .endsWith("); copy or download it again");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where links need a right of their own
    void aLinkThatLeadsNowhere() throws IOException {
        Path jar =
                Files.createSymbolicLink(folder.resolve("acme.jar"), folder.resolve("moved.jar"));

        assertThat(problem(jar))
                .isEqualTo(
                        "is no readable jar (no such file or folder); copy or download it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.zip", "AcmePlugin.class", "acme-1.0.tar.gz"})
    void whatIsPutWhereAJarBelongs(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "anything");

        assertThat(problem(file))
                .isEqualTo(
                        "is neither a jar nor a folder; put the plugin's jar in its place, or a"
                                + " folder that holds the jar and its libraries");
    }

    @Test
    void aFolderThatCallsItselfAJar() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("acme.jar"));

        assertThat(problem(directory))
                .isEqualTo("holds no jar; put the plugin's jar there, or remove the folder");
    }

    @Test
    void aJarWithoutAManifest() throws IOException {
        Path jar = folder.resolve("acme.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/services/org.modan.spi.Plugin"));
            zip.write("acme.AcmePlugin".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(problem(jar))
                .isEqualTo(
                        "has no Plugin-Id in its manifest; add the attribute (in Maven:"
                                + " maven-jar-plugin, manifestEntries)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plugin-Id", "Plugin-Version", "Spi-Version"})
    void aManifestWithoutAnAttribute(String attribute) {
        Path jar = TestPlugins.empty("acme").withoutAttribute(attribute).writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has no %s in its manifest; add the attribute".formatted(attribute)
                                + " (in Maven: maven-jar-plugin, manifestEntries)");
    }

    @Test
    void anIdThatIsNoName() {
        Path jar = TestPlugins.empty("acme").attribute("Plugin-Id", "Acme Plugin").writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has the Plugin-Id 'Acme Plugin' in its manifest; use lower-case letters,"
                                + " digits and single dashes");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2, 'update Modan, or use an older version of the plugin'",
        "2.0, 'update Modan, or use an older version of the plugin'",
        "0.9, 'use a newer version of the plugin, or rebuild it'"
    })
    void refusesAPluginBuiltForAnotherSpiBeforeItsClassesAreTouched(String spi, String remedy) {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "public TestPlugin() { throw new RuntimeException(); }"
                                        + " public String id() { return \"acme\"; }")
                        .attribute("Spi-Version", spi)
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "was built for SPI %s, and this Modan offers 1.1; %s"
                                .formatted(spi, remedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0.0", "one.zero", "99999999999.0"})
    void anSpiVersionOfAnotherForm(String spi) {
        Path jar = TestPlugins.empty("acme").attribute("Spi-Version", spi).writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has the Spi-Version '%s' in its manifest;".formatted(spi)
                                + " write it as major.minor, such as 1.1");
    }

    @Test
    void noServiceFile() {
        Path jar = TestPlugins.greetings("1").writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has no service file META-INF/services/org.modan.spi.Plugin; add one that"
                                + " names the class that implements Plugin; if the jar is a"
                                + " library, put it into the folder of the plugin that needs it");
    }

    @Test
    void aServiceFileWithNothingButAComment() {
        Path jar = PluginJar.plugin("acme").provider("# later").writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has a service file that names no class; name the one class that implements"
                                + " Plugin; it may offer any number of extensions");
    }

    @Test
    void moreThanOneProvider() {
        Path jar = TestPlugins.empty("acme").provider("acme.Second # too").writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has a service file that names 2 classes (acme.TestPlugin, acme.Second);"
                                + " name the one class that implements Plugin; it may offer any"
                                + " number of extensions");
    }

    @ParameterizedTest
    @CsvSource({
        "org.modan.spi, Plugin",
        "org.modan.spi.more, Thing",
        "org.modan.nn, Encoder",
        "ai.djl, Device",
        "org.modan.spi, Option$Condition",
        "META-INF.versions.21.ai.djl, Device"
    })
    void aJarThatBringsItsOwnCopyOfTheHost(String packageName, String className) {
        Path jar =
                TestPlugins.empty("acme")
                        .resource(
                                packageName.replace('.', '/') + "/" + className + ".class", "copy")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "brings its own copy of %s.%s, which Modan provides;"
                                        .formatted(
                                                packageName.replace("META-INF.versions.21.", ""),
                                                className)
                                + " leave it out of the jar (in Maven: scope 'provided')");
    }

    @Test
    void aLibraryThatIsACopyOfTheHost() {
        Path library =
                PluginJar.library("djl")
                        .resource("ai/djl/Device.class", "copy")
                        .writeTo(folder.resolve("libraries"));
        Path plugins = folder.resolve("plugins");
        Path directory = TestPlugins.empty("acme").uses(library).writeDirectory(plugins);

        assertThat(TestPlugins.onlyProblem(plugins, directory.resolve("djl.jar")))
                .startsWith("brings its own copy of ai.djl.Device, which Modan provides");
    }

    @Test
    void aCopyOfTheLoggingFacadeIsTolerated() {
        Path library =
                PluginJar.library("slf4j")
                        .resource("org/slf4j/Logger.class", "copy")
                        .writeTo(folder.resolve("libraries"));
        TestPlugins.empty("acme").uses(library).writeDirectory(folder.resolve("plugins"));

        try (PluginLoading loading = TestPlugins.load(folder.resolve("plugins"))) {
            assertThat(loading.problems()).isEmpty();
            assertThat(loading.plugins()).hasSize(1);
        }
    }

    @Test
    void anEmptyDirectory() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("acme"));

        assertThat(problem(directory))
                .isEqualTo("holds no jar; put the plugin's jar there, or remove the folder");
    }

    @Test
    void aDirectoryOfLibrariesOnly() {
        Path directory = folder.resolve("acme");
        TestPlugins.greetings("1").writeTo(directory);
        TestPlugins.greetings("2").writeTo(directory);

        assertThat(problem(directory))
                .isEqualTo(
                        "holds 2 jars, none with a service file"
                                + " META-INF/services/org.modan.spi.Plugin; put the plugin's jar"
                                + " there, or remove the folder");
    }

    @Test
    void aDirectoryOfTwoPlugins() {
        Path directory = folder.resolve("acme");
        TestPlugins.empty("second").writeTo(directory);
        TestPlugins.empty("first").writeTo(directory);

        assertThat(problem(directory))
                .isEqualTo(
                        "holds 2 plugins (first.jar, second.jar); give each plugin a folder of its"
                                + " own");
    }

    private String problem(Path about) {
        return TestPlugins.onlyProblem(folder, about);
    }
}
