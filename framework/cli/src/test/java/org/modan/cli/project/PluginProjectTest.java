/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.loading.PluginLoader;
import org.modan.testkit.PluginJar;

class PluginProjectTest {

    private static final String MAIN = "src/main/java/org/example/mine/MyIdeaPlugin.java";

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("kinds")
    void leavesNoPlaceholderUnfilled(ExtensionKind<?> kind) {
        Map<String, String> files = project(kind).files();

        assertThat(files)
                .containsOnlyKeys(
                        "pom.xml",
                        MAIN,
                        "src/test/java/org/example/mine/MyIdeaPluginTest.java",
                        "src/main/resources/META-INF/services/org.modan.spi.Plugin",
                        "README.md",
                        ".gitignore");
        assertThat(files.values()).noneMatch(text -> text.matches("(?s).*@[a-z]+@.*"));
        assertThat(files.get("pom.xml"))
                .contains(
                        "<artifactId>my-idea</artifactId>",
                        "<version>7.8.9</version>",
                        "<modan.sdk>file:///opt/a%20modan/sdk/</modan.sdk>",
                        "<Plugin-Id>my-idea</Plugin-Id>",
                        "<Spi-Version>1.0</Spi-Version>");
    }

    @Test
    void takesAnSdkFromAFolderWithAnAmpersand() {
        PluginProject project = project(ExtensionKind.STRATEGY, "file:///opt/R&D/sdk/");

        assertThat(project.files().get("pom.xml"))
                .contains("<modan.sdk>file:///opt/R&amp;D/sdk/</modan.sdk>");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsClassIsAPluginThatLoads(ExtensionKind<?> kind) {
        String provider = "org.example.mine.MyIdeaPlugin";
        Path jar =
                PluginJar.plugin("my-idea")
                        .source(provider, project(kind).files().get(MAIN))
                        .provider(provider)
                        .writeTo(folder);

        try (PluginLoading loading =
                new PluginLoader(PluginProjectTest.class.getClassLoader()).loadOnly(jar)) {
            assertThat(loading.problems()).isEmpty();
            assertThat(loading.plugins())
                    .singleElement()
                    .satisfies(plugin -> assertThat(plugin.id()).isEqualTo("my-idea"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itsSourcesAreAsNarrowAsAnEditor(ExtensionKind<?> kind) {
        Map<String, String> files = project(kind).files();

        assertThat(files.keySet().stream().filter(name -> name.endsWith(".java")))
                .hasSize(2)
                .allSatisfy(
                        name ->
                                assertThat(files.get(name).lines())
                                        .allMatch(line -> line.length() <= 100));
    }

    static List<ExtensionKind<?>> kinds() {
        return ExtensionKind.ALL;
    }

    private static PluginProject project(ExtensionKind<?> kind) {
        return project(kind, "file:///opt/a%20modan/sdk/");
    }

    private static PluginProject project(ExtensionKind<?> kind, String sdk) {
        return new PluginProject(
                kind,
                new ProjectNames("my-idea", "org.example.mine"),
                new PluginProject.Versions("7.8.9", "1.0"),
                URI.create(sdk));
    }
}
