/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

/** Every way a plugin can be unusable, and the line a user reads about it. */
class BadPluginTest {

    private static final String REPORT = "report this to the plugin's author";
    private static final String PROVIDER_FORM =
            "make it a public class, not abstract, with a public constructor without parameters";

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

    @ParameterizedTest
    @ValueSource(strings = {"Plugin-Id", "Plugin-Version", "Spi-Version"})
    void aManifestWithoutAnAttribute(String attribute) {
        Path jar = TestPlugins.empty("acme").withoutAttribute(attribute).writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has no %s in its manifest; add the attribute (in Maven: maven-jar-plugin, manifestEntries)"
                                .formatted(attribute));
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
        "1.1, 'update Modan, or use an older version of the plugin'",
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
                        "was built for SPI %s, and this Modan offers 1.0; %s"
                                .formatted(spi, remedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0.0", "one.zero", "99999999999.0"})
    void anSpiVersionOfAnotherForm(String spi) {
        Path jar = TestPlugins.empty("acme").attribute("Spi-Version", spi).writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "has the Spi-Version '%s' in its manifest; write it as major.minor, such as 1.0"
                                .formatted(spi));
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

    @Test
    void aProviderThatIsNotInTheJar() {
        Path jar = PluginJar.plugin("acme").provider("acme.Missing").writeTo(folder);

        // What stands between is the JDK's own wording.
        assertThat(problem(jar))
                .startsWith("cannot load acme.Missing: ")
                .contains("acme.Missing not found")
                .endsWith("; name the jar's class that implements Plugin in its service file");
    }

    @Test
    void aProviderThatIsNoPlugin() {
        Path jar = TestPlugins.withClass("acme", "public class TestPlugin {}").writeTo(folder);

        assertThat(problem(jar))
                .startsWith("cannot load acme.TestPlugin: ")
                .contains("acme.TestPlugin not a subtype")
                .endsWith("; name the jar's class that implements Plugin in its service file");
    }

    @Test
    void aProviderThatComesFromTheHost() throws IOException {
        Path hostJar =
                PluginJar.library("host")
                        .source(
                                "org.modan.nn.test.HostPlugin",
                                "package org.modan.nn.test; public class HostPlugin implements"
                                        + " org.modan.spi.Plugin { public String id()"
                                        + " { return \"acme\"; } }")
                        .writeTo(folder.resolve("host"));
        Path plugins = folder.resolve("plugins");
        Path jar =
                PluginJar.plugin("acme").provider("org.modan.nn.test.HostPlugin").writeTo(plugins);
        ClassLoader parent = BadPluginTest.class.getClassLoader();
        try (URLClassLoader host = new URLClassLoader(new URL[] {hostJar.toUri().toURL()}, parent);
                PluginLoading loading = new PluginLoader(host).load(List.of(plugins))) {
            assertThat(onlyProblem(loading, jar))
                    .isEqualTo(
                            "names org.modan.nn.test.HostPlugin in its service file, a class that"
                                    + " is not its own; name the class in the jar that implements"
                                    + " Plugin");
        }
    }

    @Test
    void anAbstractProvider() {
        Path jar =
                TestPlugins.withClass(
                                "acme", "public abstract class TestPlugin implements Plugin {}")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot create acme.TestPlugin: the class is abstract; " + PROVIDER_FORM);
    }

    @Test
    void aProviderThatIsNotPublic() {
        Path jar =
                TestPlugins.withClass(
                                "acme",
                                "class TestPlugin implements Plugin { public TestPlugin() {}"
                                        + " public String id() { return \"acme\"; } }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot create acme.TestPlugin: the class is not public; " + PROVIDER_FORM);
    }

    @Test
    void aProviderWithoutAPublicConstructor() {
        Path jar =
                TestPlugins.withBody(
                                "acme", "TestPlugin() {} public String id() { return \"acme\"; }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot load acme.TestPlugin: no public constructor without parameters; "
                                + PROVIDER_FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "'new IllegalStateException(\"no\\n   license\")', IllegalStateException: no license",
        "'new java.io.IOException(\"disk\")', IOException: disk",
        "'new StackOverflowError()', StackOverflowError",
        "'new ModanException(ErrorCode.PLUGIN, \"set ACME_HOME\")', set ACME_HOME"
    })
    void aConstructorThatThrows(String thrown, String cause) {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "public TestPlugin() throws Throwable { throw %s; }"
                                                .formatted(thrown)
                                        + " public String id() { return \"acme\"; }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo("cannot create acme.TestPlugin: %s; %s".formatted(cause, REPORT));
    }

    @Test
    void aStaticInitializerThatThrows() {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "static final int ONE = Integer.parseInt(\"one\");"
                                        + " public String id() { return \"acme\"; }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot create acme.TestPlugin: NumberFormatException: For input string:"
                                + " \"one\"; "
                                + REPORT);
    }

    @Test
    void aLibraryThatWasLeftBehind() {
        Path library = TestPlugins.greetings("1").writeTo(folder.resolve("libraries"));
        Path plugins = folder.resolve("plugins");
        Path jar =
                TestPlugins.withBody("acme", "public String id() { return greet.Greeting.text(); }")
                        .uses(library)
                        .writeTo(plugins);

        try (PluginLoading loading = TestPlugins.load(plugins)) {
            assertThat(onlyProblem(loading, jar))
                    .isEqualTo(
                            "cannot read the plugin's id: the class greet.Greeting is missing; put"
                                    + " the library that has it beside the plugin's jar, in a"
                                    + " folder of their own; a plugin shares only org.modan.spi,"
                                    + " org.modan.nn, ai.djl, org.slf4j with Modan");
        }
    }

    @Test
    void aMissingSuperclass() {
        Path library =
                PluginJar.library("base")
                        .source(
                                "base.Base",
                                "package base; public abstract class Base implements"
                                        + " org.modan.spi.Plugin {}")
                        .writeTo(folder.resolve("libraries"));
        Path plugins = folder.resolve("plugins");
        Path jar =
                TestPlugins.withClass(
                                "acme",
                                "public class TestPlugin extends base.Base { public String id()"
                                        + " { return \"acme\"; } }")
                        .uses(library)
                        .writeTo(plugins);

        try (PluginLoading loading = TestPlugins.load(plugins)) {
            assertThat(onlyProblem(loading, jar))
                    .startsWith("cannot load acme.TestPlugin: the class base.Base is missing; put");
        }
    }

    @Test
    void aPluginThatReachesForTheRuntime() {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "public String id() { return"
                                        + " org.modan.runtime.plugin.SpiVersion.HOST.toString(); }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .startsWith(
                        "cannot read the plugin's id: the class"
                                + " org.modan.runtime.plugin.SpiVersion is missing;");
    }

    @Test
    void aLibraryOfAnotherVersionThanThePluginWasBuiltAgainst() throws IOException {
        Path built = TestPlugins.greetings("1").writeTo(folder.resolve("libraries"));
        Path plugins = folder.resolve("plugins");
        Path directory =
                TestPlugins.withBody("acme", "public String id() { return greet.Greeting.text(); }")
                        .uses(built)
                        .writeDirectory(plugins);
        Files.delete(directory.resolve("greetings-1.jar"));
        PluginJar.library("greetings-2")
                .source("greet.Greeting", "package greet; public class Greeting {}")
                .writeTo(directory);

        try (PluginLoading loading = TestPlugins.load(plugins)) {
            assertThat(onlyProblem(loading, directory.resolve("acme.jar")))
                    .startsWith(
                            "cannot read the plugin's id: it was built against another version of"
                                    + " what it uses (NoSuchMethodError: ")
                    .endsWith("; use a version of the plugin built for SPI 1.0");
        }
    }

    @Test
    void aClassCompiledForAJavaThatIsNotOutYet() throws IOException {
        byte[] newerClass = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 3, 0};
        Path jar =
                PluginJar.plugin("acme")
                        .provider("acme.TestPlugin")
                        .resource("acme/TestPlugin.class", newerClass)
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot load acme.TestPlugin: it was compiled for a newer Java (this is %d);"
                                        .formatted(Runtime.version().feature())
                                + " run Modan on a newer Java, or rebuild the plugin for this one");
    }

    @Test
    void aClassFileThatIsNone() {
        Path jar =
                PluginJar.plugin("acme")
                        .provider("acme.TestPlugin")
                        .resource("acme/TestPlugin.class", "no class at all")
                        .writeTo(folder);

        assertThat(problem(jar))
                .startsWith("cannot load acme.TestPlugin: a class is damaged (ClassFormatError: ")
                .endsWith("); " + REPORT);
    }

    @ParameterizedTest
    @CsvSource({
        "org.modan.spi, Plugin",
        "org.modan.spi.more, Thing",
        "org.modan.nn, Encoder",
        "ai.djl, Device"
    })
    void aJarThatBringsItsOwnCopyOfTheHost(String packageName, String className) {
        Path jar =
                TestPlugins.empty("acme")
                        .resource(
                                packageName.replace('.', '/') + "/" + className + ".class", "copy")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "brings its own copy of %s.%s, which Modan provides; leave it out of the jar (in Maven: scope 'provided')"
                                .formatted(packageName, className));
    }

    @Test
    void aLibraryThatIsACopyOfTheHost() {
        Path library =
                PluginJar.library("djl")
                        .resource("ai/djl/Device.class", "copy")
                        .writeTo(folder.resolve("libraries"));
        Path plugins = folder.resolve("plugins");
        Path directory = TestPlugins.empty("acme").uses(library).writeDirectory(plugins);

        try (PluginLoading loading = TestPlugins.load(plugins)) {
            assertThat(onlyProblem(loading, directory.resolve("djl.jar")))
                    .startsWith("brings its own copy of ai.djl.Device, which Modan provides");
        }
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
    void anIdThatDiffersFromTheManifests() {
        Path jar =
                TestPlugins.withBody("acme", "public String id() { return \"emca\"; }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "calls itself 'emca', but 'acme' in its manifest; make Plugin.id() and"
                                + " Plugin-Id the same");
    }

    @Test
    void anIdThatIsNull() {
        Path jar =
                TestPlugins.withBody("acme", "public String id() { return null; }").writeTo(folder);

        assertThat(problem(jar)).isEqualTo("cannot read the plugin's id: it is null; " + REPORT);
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

    /** Loads the folder and returns the one problem it has, which must be about the given file. */
    private String problem(Path about) {
        try (PluginLoading loading = TestPlugins.load(folder)) {
            return onlyProblem(loading, about);
        }
    }

    private static String onlyProblem(PluginLoading loading, Path about) {
        assertThat(loading.plugins()).isEmpty();
        assertThat(loading.problems()).hasSize(1);
        PluginProblem problem = loading.problems().get(0);
        assertThat(problem.jar()).isEqualTo(about);
        String message = problem.message();
        assertThat(message).startsWith(about + ": ").doesNotContain("\n", "\tat ");
        return message.substring(about.toString().length() + 2);
    }
}
