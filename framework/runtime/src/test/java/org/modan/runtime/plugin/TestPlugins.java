/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modan.runtime.plugin.loading.PluginLoader;
import org.modan.testkit.PluginJar;

/** Sources of small plugins, good and bad. */
public final class TestPlugins {

    private TestPlugins() {}

    /** A plugin of the given id with nothing to offer. */
    public static PluginJar empty(String id) {
        return withBody(id, "public String id() { return \"%s\"; }".formatted(id));
    }

    /** A plugin whose class has the given members. */
    public static PluginJar withBody(String id, String body) {
        return withClass(id, "public class TestPlugin implements Plugin { %s }".formatted(body));
    }

    /** A plugin whose source declares the given {@code TestPlugin}. */
    public static PluginJar withClass(String id, String declaration) {
        String packageName = id.replace('-', '_');
        String className = packageName + ".TestPlugin";
        return PluginJar.plugin(id)
                .source(
                        className,
                        """
                        package %s;
                        import java.util.List;
                        import org.modan.spi.*;
                        %s
                        """
                                .formatted(packageName, declaration))
                .provider(className);
    }

    /** A plugin that offers evaluators of the given names. */
    public static PluginJar withEvaluators(String id, String... names) {
        return withBody(
                id,
                """
                public String id() { return "%s"; }
                @Override public List<EvaluatorFactory> evaluators() { return List.of(%s); }
                record Factory(String name) implements EvaluatorFactory {
                    @Override public String summary() { return ""; }
                    @Override public Evaluator create(Options options, PluginContext context) {
                        return new Evaluator() {};
                    }
                }
                """
                        .formatted(
                                id,
                                Arrays.stream(names)
                                        .map("new Factory(\"%s\")"::formatted)
                                        .collect(Collectors.joining(", "))));
    }

    /** Version {@code version} of a library with one class, {@code greet.Greeting}. */
    public static PluginJar greetings(String version) {
        return PluginJar.library("greetings-" + version)
                .source(
                        "greet.Greeting",
                        """
                        package greet;
                        public class Greeting {
                            public static String text() { return "greetings %s"; }
                        }
                        """
                                .formatted(version));
    }

    /** A plugin that shows, as its text, what its own version of the library says. */
    public static PluginJar greeting(String id, Path library) {
        return withBody(
                        id,
                        """
                        public String id() { return "%s"; }
                        @Override public String toString() { return greet.Greeting.text(); }
                        """
                                .formatted(id))
                .uses(library);
    }

    public static PluginLoading load(Path... roots) {
        return new PluginLoader(TestPlugins.class.getClassLoader()).load(PluginFolders.of(roots));
    }

    /** As an installation with plugins of its own does. */
    public static PluginLoading loadBeside(Path own, Path further) {
        return new PluginLoader(TestPlugins.class.getClassLoader())
                .load(new PluginFolders(Optional.of(own), List.of(further)));
    }

    /** Loads a folder of one bad plugin and returns what is said of the given file. */
    public static String onlyProblem(Path root, Path about) {
        try (PluginLoading loading = load(root)) {
            return onlyProblem(loading, about);
        }
    }

    /** The one problem there is, without the file, which must be the given one. */
    public static String onlyProblem(PluginLoading loading, Path about) {
        assertThat(loading.plugins()).isEmpty();
        assertThat(loading.problems()).hasSize(1);
        PluginProblem problem = loading.problems().get(0);
        assertThat(problem.jar()).isEqualTo(about);
        String message = problem.message();
        assertThat(message).startsWith(about + ": ").doesNotContain("\n", "\tat ");
        String said = message.substring(about.toString().length() + 2);
        assertThat(MessageGuide.read().about(said)).as("explained in the guide").isPresent();
        return said;
    }
}
