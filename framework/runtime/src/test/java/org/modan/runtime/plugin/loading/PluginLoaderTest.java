/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.SpiVersion;
import org.modan.runtime.plugin.TestPlugins;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.spi.Digests;
import org.modan.testkit.CorruptJar;

class PluginLoaderTest {

    @TempDir Path folder;

    @Test
    void loadsAJarAndSaysWhereItCameFrom() throws IOException {
        Path jar = TestPlugins.empty("acme").attribute("Plugin-Version", "2.5.1").writeTo(folder);

        try (PluginLoading loading = TestPlugins.load(folder)) {
            assertThat(loading.problems()).isEmpty();
            assertThat(loading.plugins()).hasSize(1);
            LoadedPlugin plugin = loading.plugins().get(0);
            assertThat(plugin.id()).isEqualTo("acme");
            assertThat(plugin.version()).isEqualTo("2.5.1");
            assertThat(plugin.spiVersion()).isEqualTo(new SpiVersion(1, 0));
            assertThat(plugin.jar()).isEqualTo(jar);
            assertThat(plugin.sha256()).isEqualTo(Digests.ofFile(jar));
            assertThat(plugin.plugin().id()).isEqualTo("acme");
            assertThat(plugin.plugin().getClass().getClassLoader()).isSameAs(plugin.loader());
        }
    }

    @Test
    void twoPluginsUseTwoVersionsOfOneLibraryClass() {
        Path libraries = folder.resolve("libraries");
        Path plugins = folder.resolve("plugins");
        TestPlugins.greeting("older", TestPlugins.greetings("1").writeTo(libraries))
                .writeDirectory(plugins);
        TestPlugins.greeting("newer", TestPlugins.greetings("2").writeTo(libraries))
                .writeDirectory(plugins);

        try (PluginLoading loading = TestPlugins.load(plugins)) {
            assertThat(loading.problems()).isEmpty();
            assertThat(loading.plugins())
                    .extracting(LoadedPlugin::id, plugin -> plugin.plugin().toString())
                    .containsExactly(tuple("newer", "greetings 2"), tuple("older", "greetings 1"));
        }
    }

    @Test
    void keepsTheOrderOfTheRootsAndSortsWithin() {
        Path builtIn = folder.resolve("z-built-in");
        Path users = folder.resolve("a-users");
        TestPlugins.empty("delta").writeTo(builtIn);
        TestPlugins.empty("beta").writeDirectory(builtIn);
        TestPlugins.empty("gamma").writeDirectory(users);
        TestPlugins.empty("alpha").writeTo(users);

        try (PluginLoading loading = TestPlugins.load(builtIn, users)) {
            assertThat(ids(loading)).containsExactly("beta", "delta", "alpha", "gamma");
        }
    }

    @Test
    void ofTwoPluginsWithOneIdTheFirstIsKept() {
        Path builtIn = folder.resolve("built-in");
        Path users = folder.resolve("users");
        Path first = TestPlugins.empty("acme").writeTo(builtIn);
        Path second = TestPlugins.empty("acme").writeTo(users);

        try (PluginLoading loading = TestPlugins.load(builtIn, users)) {
            assertThat(loading.plugins()).extracting(LoadedPlugin::jar).containsExactly(first);
            assertThat(loading.problems())
                    .extracting(PluginProblem::message)
                    .containsExactly(
                            second
                                    + ": has the id 'acme', as has "
                                    + first
                                    + ", which came first; remove one of the two, or give this one"
                                    + " an id of its own");
        }
    }

    @Test
    void anIdOfModansOwnIsToldToComeWithIt() {
        Path own = folder.resolve("own");
        Path users = folder.resolve("users");
        Path first = TestPlugins.empty("acme").writeTo(own);
        Path second = TestPlugins.empty("acme").writeTo(users);

        try (PluginLoading loading = TestPlugins.loadBeside(own, users)) {
            assertThat(loading.plugins())
                    .extracting(LoadedPlugin::jar, LoadedPlugin::comesWithModan)
                    .containsExactly(tuple(first, true));
            assertThat(loading.problems())
                    .extracting(PluginProblem::message)
                    .containsExactly(
                            second
                                    + ": has the id 'acme' of a plugin that comes with Modan ("
                                    + first
                                    + "); give it an id of its own, or remove it");
        }
    }

    @Test
    void aRootNamedTwiceIsReadOnce() {
        TestPlugins.empty("acme").writeTo(folder);

        try (PluginLoading loading = TestPlugins.load(folder, folder.resolve("x/.."))) {
            assertThat(ids(loading)).containsExactly("acme");
            assertThat(loading.problems()).isEmpty();
        }
    }

    @Test
    void aMissingRootIsAProblemAndTheOthersAreRead() {
        Path missing = folder.resolve("missing");
        Path present = folder.resolve("present");
        TestPlugins.empty("acme").writeTo(present);

        try (PluginLoading loading = TestPlugins.load(missing, present)) {
            assertThat(ids(loading)).containsExactly("acme");
            assertThat(loading.problems())
                    .extracting(PluginProblem::message)
                    .containsExactly(
                            missing
                                    + ": does not exist; name a folder that holds plugins, or"
                                    + " none");
        }
    }

    @Test
    void aBadPluginHindersNoOther() {
        CorruptJar.text(folder, "a-broken.jar");
        TestPlugins.empty("good").writeTo(folder);

        try (PluginLoading loading = TestPlugins.load(folder)) {
            assertThat(ids(loading)).containsExactly("good");
            assertThat(loading.problems()).hasSize(1);
        }
    }

    @Test
    void otherFilesAndHiddenOnesAreNoPlugins() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "put plugins here");
        Files.createDirectories(folder.resolve(".git"));
        CorruptJar.text(folder, "._acme.jar");

        try (PluginLoading loading = TestPlugins.load(folder)) {
            assertThat(loading.plugins()).isEmpty();
            assertThat(loading.problems()).isEmpty();
        }
    }

    @Test
    void theThreadsContextClassLoaderDoesNotMatter() throws IOException {
        TestPlugins.withEvaluators("acme", "knn").writeTo(folder);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader stranger =
                new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(stranger);
            try (PluginLoading loading = TestPlugins.load(folder)) {
                assertThat(ids(loading)).containsExactly("acme");
                assertThat(ExtensionCatalog.of(loading).names(ExtensionKind.EVALUATOR))
                        .containsExactly("knn");
            }
            assertThat(thread.getContextClassLoader()).isSameAs(stranger);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void closingClosesTheClassLoaders() {
        Path library = TestPlugins.greetings("1").writeTo(folder.resolve("libraries"));
        TestPlugins.greeting("acme", library).writeDirectory(folder.resolve("plugins"));
        PluginLoading loading = TestPlugins.load(folder.resolve("plugins"));
        URLClassLoader loader = loading.plugins().get(0).loader();

        loading.close();

        assertThatThrownBy(() -> loader.loadClass("greet.Greeting"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static List<String> ids(PluginLoading loading) {
        return loading.plugins().stream().map(LoadedPlugin::id).toList();
    }
}
