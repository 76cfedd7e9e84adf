/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.plugin.loading.PluginLoader;
import org.modan.runtime.plugin.print.PluginPrints;
import org.modan.spi.Plugin;
import org.modan.testkit.PluginJar;

/** Holds what {@code docs/plugins.md} says of messages against the messages there are. */
@DisabledOnOs(OS.WINDOWS) // a library in use cannot be deleted with its folder there
class MessageGuideTest {

    private final Map<String, String> messages = new LinkedHashMap<>();
    @TempDir private Path scratch;

    @Test
    void explainsWhatIsSaidOfBadPluginsAndNothingElse() throws Exception {
        collectProblems();
        collectRefusals();
        collectFailures();
        MessageGuide guide = MessageGuide.read();

        assertThat(guide.entries()).hasSizeGreaterThan(30);
        List<String> unexplained =
                messages.values().stream().filter(said -> guide.about(said).isEmpty()).toList();
        assertThat(unexplained).as("messages that the page does not explain").isEmpty();
        List<String> unsaid = new ArrayList<>(guide.entries());
        messages.values().forEach(said -> unsaid.remove(guide.about(said).orElseThrow()));
        assertThat(unsaid).as("entries of the page for messages that nobody sees").isEmpty();
    }

    /** What is found before an experiment is read. */
    private void collectProblems() throws IOException {
        for (Map.Entry<String, BadPlugins.Maker> bad : BadPlugins.all().entrySet()) {
            Path folder = Files.createDirectory(scratch.resolve(bad.getKey().replace(' ', '-')));
            bad.getValue().into(folder);
            try (PluginLoading loading = TestPlugins.load(folder)) {
                addProblem(bad.getKey(), loading);
            }
        }
        try (PluginLoading loading = besideKnn(TestPlugins.withEvaluators("own", "map"))) {
            addProblem("id of one that comes with Modan", loading);
        }
        try (PluginLoading loading = besideKnn(TestPlugins.withEvaluators("other", "knn"))) {
            addProblem("name that comes with Modan", loading);
        }
        collectForeignProvider();
    }

    private void collectForeignProvider() throws IOException {
        Path hostJar =
                PluginJar.library("host")
                        .source(
                                "org.modan.nn.test.HostPlugin",
                                "package org.modan.nn.test; public class HostPlugin implements"
                                        + " org.modan.spi.Plugin { public String id()"
                                        + " { return \"acme\"; } }")
                        .writeTo(scratch.resolve("host"));
        Path folder = scratch.resolve("foreign-provider");
        PluginJar.plugin("acme").provider("org.modan.nn.test.HostPlugin").writeTo(folder);
        ClassLoader parent = MessageGuideTest.class.getClassLoader();
        try (URLClassLoader host = new URLClassLoader(new URL[] {hostJar.toUri().toURL()}, parent);
                PluginLoading loading = new PluginLoader(host).load(PluginFolders.of(folder))) {
            addProblem("provider of the host", loading);
        }
    }

    /** What ends a command that asks for an extension. */
    private void collectRefusals() throws IOException {
        try (PluginLoading loading = besideKnn(TestPlugins.withEvaluators("other", "knn"))) {
            ExtensionCatalog catalog = ExtensionCatalog.of(loading);
            addThrown("claimed name", () -> catalog.require(ExtensionKind.EVALUATOR, "knn"));
            addThrown("missing name", () -> catalog.require(ExtensionKind.STRATEGY, "distant"));
        }
    }

    /** What shows when a plugin that was loaded is at work. */
    private void collectFailures() {
        Path folder = scratch.resolve("at-work");
        TestPlugins.withClass(
                        "acme",
                        """
                        public class TestPlugin implements Plugin, java.util.function.Consumer<java.io.PrintStream> {
                            public String id() { return "acme"; }
                            @Override public String toString() { throw new IllegalStateException(); }
                            @Override public void accept(java.io.PrintStream out) { out.println("epoch 1"); }
                        }
                        """)
                .writeTo(folder);
        try (PluginLoading loading = TestPlugins.load(folder)) {
            Plugin plugin = loading.plugins().get(0).plugin();
            addThrown("throws at work", () -> PluginCall.within(plugin::toString));
            try (PluginPrints prints =
                    new PluginPrints(problem -> add("prints", problem.jar(), problem.message()))) {
                print(
                        plugin,
                        prints.inPlaceOf("System.out", OutputStream.nullOutputStream(), UTF_8));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void print(Plugin printer, PrintStream out) {
        ((Consumer<PrintStream>) printer).accept(out);
    }

    /** A plugin in a folder, and in Modan's own the plugin {@code own} with the evaluator knn. */
    private PluginLoading besideKnn(PluginJar plugin) throws IOException {
        Path own = Files.createTempDirectory(scratch, "own");
        TestPlugins.withEvaluators("own", "knn").writeTo(own);
        Path further = Files.createTempDirectory(scratch, "further");
        plugin.writeTo(further);
        return TestPlugins.loadBeside(own, further);
    }

    private void addProblem(String of, PluginLoading loading) {
        List<PluginProblem> problems = ExtensionCatalog.of(loading).problems();
        assertThat(problems).as(of).hasSize(1);
        add(of, problems.get(0).jar(), problems.get(0).message());
    }

    private void addThrown(String of, ThrowingCallable call) {
        messages.put(of, catchThrowable(call).getMessage().lines().findFirst().orElseThrow());
    }

    /** Without the jar, which stands before every problem. */
    private void add(String of, Path jar, String message) {
        messages.put(of, message.substring(jar.toString().length() + 2));
    }
}
