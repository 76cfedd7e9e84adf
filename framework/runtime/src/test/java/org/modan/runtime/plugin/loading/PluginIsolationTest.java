/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginName;
import org.modan.runtime.plugin.TestPlugins;
import org.modan.testkit.PluginJar;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginIsolationTest {

    private final ClassLoader host = PluginIsolationTest.class.getClassLoader();

    private PluginLoading loading;
    private URLClassLoader acme;

    @BeforeAll
    void loadTwoPlugins(@TempDir Path folder) {
        TestPlugins.empty("acme").resource("acme/classes.txt", "benign").writeTo(folder);
        TestPlugins.empty("other").resource("other/classes.txt", "tear").writeTo(folder);
        loading = TestPlugins.load(folder);
        assertThat(loading.plugins()).extracting(LoadedPlugin::id).containsExactly("acme", "other");
        acme = loading.plugins().get(0).loader();
    }

    @AfterAll
    void close() {
        loading.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.modan.runtime.plugin.loading.PluginLoader",
                "org.modan.nn.internal.weights.Safetensors",
                "org.modan.testkit.PluginJar",
                "com.google.inject.Injector",
                "com.google.common.collect.ImmutableList",
                "com.google.gson.Gson",
                "tools.jackson.databind.ObjectMapper",
                "ch.qos.logback.classic.Logger"
            })
    void aPluginDoesNotSeeWhatTheHostIsMadeOf(String className) throws Exception {
        assertThat(host.loadClass(className)).isNotNull();

        assertThatThrownBy(() -> acme.loadClass(className))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aPluginDoesNotSeeAnotherPlugin() throws Exception {
        assertThat(acme.loadClass("acme.TestPlugin")).isNotNull();

        assertThatThrownBy(() -> acme.loadClass("other.TestPlugin"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(acme.getResource("other/classes.txt")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.modan.spi.Plugin",
                "org.modan.spi.ModanException",
                "org.modan.nn.layer.ResNet",
                "ai.djl.ndarray.NDArray",
                "ai.djl.engine.Engine",
                "org.slf4j.Logger"
            })
    void aPluginSharesTheContractsDjlAndTheLoggingFacadeWithTheHost(String className)
            throws Exception {
        assertThat(acme.loadClass(className)).isSameAs(host.loadClass(className));
    }

    @Test
    void aPluginSharesTheBuildingBlocksWithTheHost(@TempDir Path folder) throws Exception {
        Path jar =
                PluginJar.library("blocks")
                        .source(
                                "org.modan.nn.test.Block",
                                "package org.modan.nn.test; public class Block {}")
                        .writeTo(folder);
        try (URLClassLoader blocks = new URLClassLoader(new URL[] {jar.toUri().toURL()}, host);
                PluginClassLoader plugin =
                        new PluginClassLoader(
                                new PluginName("acme", "1.0", Path.of("acme.jar")),
                                List.of(),
                                blocks)) {
            assertThat(plugin.loadClass("org.modan.nn.test.Block"))
                    .isSameAs(blocks.loadClass("org.modan.nn.test.Block"));
        }
    }

    @Test
    void aPluginHasThePlatformBeyondTheBaseModule() throws Exception {
        assertThat(acme.loadClass("java.sql.Connection")).isEqualTo(java.sql.Connection.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/services/ai.djl.engine.EngineProvider",
                "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                "logback-test.xml"
            })
    void theHostsResourcesStayOutOfSight(String resource) throws IOException {
        assertThat(host.getResource(resource)).isNotNull();

        assertThat(acme.getResource(resource)).isNull();
        assertThat(Collections.list(acme.getResources(resource))).isEmpty();
    }

    @Test
    void aPluginReadsItsOwnResources() throws IOException {
        assertThat(acme.getResourceAsStream("acme/classes.txt")).hasContent("benign");
        assertThat(Collections.list(acme.getResources(JarContents.SERVICE_FILE))).hasSize(1);
    }
}
