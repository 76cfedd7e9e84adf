/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.TestPlugins;
import org.modan.testkit.PluginJar;

/** What is wrong with the class a jar provides, and the line a user reads. */
class BadProviderTest {

    private static final String REPORT = "report this to the plugin's author";
    private static final String PROVIDER_FORM =
            "make it a public class, not abstract, with a public constructor without parameters";

    @TempDir Path folder;

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
        ClassLoader parent = BadProviderTest.class.getClassLoader();
        try (URLClassLoader host = new URLClassLoader(new URL[] {hostJar.toUri().toURL()}, parent);
                PluginLoading loading = new PluginLoader(host).load(PluginFolders.of(plugins))) {
            assertThat(TestPlugins.onlyProblem(loading, jar))
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
        "'new AssertionError(\"never\")', AssertionError: never",
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

        assertThat(TestPlugins.onlyProblem(plugins, jar))
                .isEqualTo(
                        "cannot read the plugin's id: the class greet.Greeting is missing; put"
                                + " the library that has it beside the plugin's jar, in a"
                                + " folder of their own; a plugin shares only org.modan.spi,"
                                + " org.modan.nn, ai.djl, org.slf4j with Modan");
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

        assertThat(TestPlugins.onlyProblem(plugins, jar))
                .startsWith("cannot load acme.TestPlugin: the class base.Base is missing; put");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.modan.runtime.plugin.SpiVersion",
                "org.modan.nn.internal.weights.Safetensors"
            })
    void aPluginThatReachesForWhatIsTheHostsOwn(String className) {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "public String id() { return %s.class.getName(); }"
                                        .formatted(className))
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot read the plugin's id: the class %s is Modan's own; build the plugin"
                                        .formatted(className)
                                + " without it: a plugin shares only org.modan.spi, org.modan.nn,"
                                + " ai.djl, org.slf4j with Modan, and no internal package");
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

        assertThat(TestPlugins.onlyProblem(plugins, directory.resolve("acme.jar")))
                .startsWith(
                        "cannot read the plugin's id: it was built against another version of"
                                + " what it uses (NoSuchMethodError: ")
                .endsWith("; use a version of the plugin built for SPI 1.1");
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
                        "cannot load acme.TestPlugin: it was compiled for a newer Java (this is %d)"
                                        .formatted(Runtime.version().feature())
                                + "; run Modan on a newer Java, or rebuild the plugin for"
                                + " this one");
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
    void aConstructorThatEndsTheProcess() {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "public TestPlugin() { System.exit(3); }"
                                        + " public String id() { return \"acme\"; }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot create acme.TestPlugin: it calls System.exit(3), which would end"
                                + " Modan with all that it is doing; report this to the plugin's"
                                + " author: a plugin throws a ModanException instead");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // a library in use cannot be deleted with its folder there
    void aNativeLibraryThatAnotherPluginHasLoaded() throws IOException {
        Path library = folder.resolve(System.mapLibraryName("copied"));
        Path original =
                Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("prefs"));
        Files.copy(original, library);
        Path plugins = folder.resolve("plugins");
        loadingNatively("first", library).writeTo(plugins);
        Path second = loadingNatively("second", library).writeTo(plugins);

        try (PluginLoading loading = TestPlugins.load(plugins)) {
            assertThat(loading.plugins()).extracting(LoadedPlugin::id).containsExactly("first");
            assertThat(loading.problems())
                    .extracting(PluginProblem::message)
                    .containsExactly(
                            second
                                    + ": cannot create second.TestPlugin: another plugin has loaded"
                                    + " the native library "
                                    + library.toRealPath()
                                    + ", and Java loads one for a single plugin of a process;"
                                    + " remove one of the two plugins, let one plugin offer what"
                                    + " both do, or give this one a copy of the library under"
                                    + " another name");
        }
    }

    @Test
    void aNativeLibraryThatIsMissing() {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                "static { System.loadLibrary(\"acme-fast\"); }"
                                        + " public String id() { return \"acme\"; }")
                        .writeTo(folder);

        assertThat(problem(jar))
                .isEqualTo(
                        "cannot create acme.TestPlugin: the native library acme-fast is missing;"
                                + " install it and name its folder, as in"
                                + " MODAN_JAVA_OPTS=-Djava.library.path=/opt/lib");
    }

    private static PluginJar loadingNatively(String id, Path library) {
        return TestPlugins.withBody(
                id,
                "static { System.load(\"%s\"); } public String id() { return \"%s\"; }"
                        .formatted(library, id));
    }

    private String problem(Path about) {
        return TestPlugins.onlyProblem(folder, about);
    }
}
