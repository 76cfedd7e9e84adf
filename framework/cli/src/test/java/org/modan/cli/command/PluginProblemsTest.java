/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.cli.Cli;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

/** Plugins with problems beside a good one: what is told, and how each command ends. */
class PluginProblemsTest {

    private static final String USES_NOISE = "plan small.yaml --set evaluators=[coin]";

    @TempDir static Path folder;
    private static Environment environment;
    private static Path broken;
    private static Path rivals;
    private static Path chatty;

    private final Printed printed = new Printed();

    @BeforeAll
    static void install() throws IOException {
        environment = AcmeInstallation.in(folder);
        Files.createDirectories(environment.workingDirectory());
        Files.writeString(
                environment.workingDirectory().resolve("small.yaml"),
                """
                name: small
                corpus: {dataset: tiny, root: .}
                metadata: [modality]
                pretrain: [noise]
                tasks: [{dataset: tiny, root: .}]
                evaluators: [coin]
                protocol: {folds: 2, repeats: 1}
                """);
        broken = CorruptJar.text(folder.resolve("broken"), "bad.jar");
        rivals = evaluators("rival", "", "coin", "dice").writeTo(folder.resolve("rivals"));
        chatty =
                evaluators("chatty", "System.out.println(\"hello from chatty\");", "chat")
                        .writeTo(folder.resolve("chatty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run small.yaml --dry-run",
                USES_NOISE,
                "check tiny=.",
                "check small.yaml",
                "describe noise",
                "list",
                "plugins list"
            })
    void aPluginNobodyAsksForIsFatalOnlyToTheStrict(String words) {
        String command = words + " --plugins " + broken.getParent();

        assertThat(run(command)).as(printed.told()).isEqualTo(ExitCode.DONE);
        assertThat(printed.told() + printed.result())
                .contains("bad.jar")
                .contains("is no readable");

        assertThat(run(command + " --strict-plugins")).isEqualTo(ExitCode.PLUGIN);
    }

    @Test
    void theStrictAreToldOfEachProblemBeforeAnythingIsRead() {
        assertThat(run("run nowhere.yaml --strict-plugins --plugins " + broken.getParent()))
                .isEqualTo(ExitCode.PLUGIN);

        assertThat(printed.told())
                .startsWith(
                        "modan: with --strict-plugins no plugin may have a problem, used or not:\n"
                                + "  %s: is no readable jar (".formatted(broken))
                .endsWith("); copy or download it again\n");
    }

    @Test
    void theStrictHaveNothingToFearFromGoodPlugins() {
        assertThat(run("list --strict-plugins")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aNameThatModanHasIsRefusedToAnExperimentThatUsesIt() {
        assertThat(run(USES_NOISE + " --plugins " + rivals.getParent())).isEqualTo(ExitCode.PLUGIN);

        assertThat(printed.told())
                .endsWith(
                        "modan: several plugins claim what is to be used, and which one is meant"
                                + " Modan does not guess:\n  "
                                + claim()
                                + "\n");
        assertThat(printed.result()).isEmpty();
    }

    @Test
    void aNameThatModanHasIsAWarningToOthers() {
        assertThat(run("plan small.yaml --set evaluators=[dice] --plugins " + rivals.getParent()))
                .as(printed.told())
                .isEqualTo(ExitCode.DONE);

        assertThat(printed.told()).contains("warning: plugin " + claim() + "\n");
    }

    @Test
    void pluginsOfTheEnvironmentAndOfTheCommandLineAreFoundTogether() {
        Environment both =
                new Environment(
                        Map.of(
                                "MODAN_CACHE",
                                folder.resolve("cache").toString(),
                                "MODAN_PLUGINS",
                                rivals.getParent() + File.pathSeparator + broken.getParent()),
                        environment.properties(),
                        environment.workingDirectory());

        String[] words = {"plugins", "--plugins", chatty.getParent().toString()};
        assertThat(new Cli(both).run(words, printed.console())).isEqualTo(ExitCode.DONE);

        assertThat(printed.result()).contains("rival 1.0.0", "bad.jar", "chatty 1.0.0");
    }

    @Test
    void whatAPluginPrintsStaysOutOfTheResult() {
        assertThat(run("list --plugins " + chatty.getParent())).isEqualTo(ExitCode.DONE);

        assertThat(printed.result()).contains("chat").doesNotContain("hello from chatty");
        assertThat(printed.told())
                .isEqualTo(
                        "warning: plugin %s: prints to System.out; what it prints is in the log, not"
                                        .formatted(chatty)
                                + " in the results; report this to the plugin's author: a plugin"
                                + " logs through SLF4J, or tells its user with"
                                + " PluginContext.warn\n");
    }

    @Test
    void whatAPluginPrintsIsFatalToTheStrictOnceTheWorkIsDone() {
        assertThat(run("list --strict-plugins --plugins " + chatty.getParent()))
                .isEqualTo(ExitCode.PLUGIN);

        assertThat(printed.result()).contains("chat");
        assertThat(printed.told())
                .startsWith("warning: plugin %s: prints to System.out; ".formatted(chatty))
                .endsWith("modan: done, but with --strict-plugins no plugin may have a problem\n");
    }

    private static String claim() {
        return rivals
                + ": offers the evaluator 'coin', a name that comes with Modan ("
                + folder.resolve("home/plugins/acme.jar")
                + "); rename it, or remove this plugin";
    }

    private ExitCode run(String words) {
        return new Cli(environment).run(words.split(" "), printed.console());
    }

    private static PluginJar evaluators(String id, String constructor, String... names) {
        return PluginJar.plugin(id)
                .source(
                        id + ".Offer",
                        """
                        package %1$s;
                        import java.util.List;
                        import java.util.stream.Stream;
                        import org.modan.spi.*;
                        public class Offer implements Plugin {
                            public Offer() { %2$s }
                            @Override public String id() { return "%1$s"; }
                            @Override public List<EvaluatorFactory> evaluators() {
                                return Stream.of("%3$s".split(","))
                                        .<EvaluatorFactory>map(Chance::new).toList();
                            }
                            record Chance(String name) implements EvaluatorFactory {
                                @Override public String summary() { return "Chance."; }
                                @Override public Evaluator create(Options o, PluginContext c) {
                                    return (ControlEvaluator) (train, test, seed) ->
                                            FoldScores.of(new double[train.size()],
                                                    new double[test.size()]);
                                }
                            }
                        }
                        """
                                .formatted(id, constructor, String.join(",", names)))
                .provider(id + ".Offer");
    }
}
