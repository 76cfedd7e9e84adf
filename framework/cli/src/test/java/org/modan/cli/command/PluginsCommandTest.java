/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.cli.Cli;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;
import org.modan.spi.Digests;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

class PluginsCommandTest {

    @TempDir private static Path folder;
    private static Environment environment;

    private final Printed printed = new Printed();

    @BeforeAll
    static void install() throws IOException {
        environment = AcmeInstallation.in(folder);
        Files.createDirectories(environment.workingDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list"})
    void listsWhatEachPluginIsAndOffers(String word) throws IOException {
        Path jar = folder.resolve("home/plugins/acme.jar");

        ExitCode exit = word.isEmpty() ? plugins() : plugins(word);

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(printed.result())
                .isEqualTo(
                        """
                        acme 1.0.0, for SPI 1.0
                          jar         %s
                          SHA-256     %s
                          strategies  noise
                          datasets    tiny
                          evaluators  coin

                        1 plugin, no problems
                        """
                                .formatted(jar, Digests.ofFile(jar)));
        assertThat(printed.told()).isEmpty();
    }

    @Test
    void listsPluginsThatCannotBeUsedWithCauseAndRemedy() {
        Path jar = CorruptJar.text(environment.workingDirectory().resolve("more"), "bad.jar");

        assertThat(plugins("--plugins", "more")).isEqualTo(ExitCode.DONE);

        assertThat(jar).exists();
        assertThat(printed.result())
                .startsWith("acme 1.0.0")
                .endsWith(
                        """

                        1 plugin, 1 problem:

                        more/bad.jar
                          problem  is no readable jar (zip END header not found)
                          remedy   copy or download it again
                        """);
    }

    @Test
    void suggestsWhatWasMeant() {
        assertThat(error("verfy", "a.jar"))
                .startsWith("modan plugins: does not know verfy; did you mean verify?\n");
        assertThat(error("install"))
                .startsWith(
                        "modan plugins: does not know install; choose from list, verify, new\n");
        assertThat(error("new", "x", "--kind", "strategie"))
                .startsWith("modan plugins: --kind strategie: did you mean strategy?\n");
    }

    @Test
    void saysOfWhatIsMissingOrTooMuch() {
        assertThat(error("list", "acme")).startsWith("modan plugins: list takes no acme\n");
        assertThat(error("verify"))
                .startsWith(
                        "modan plugins: verify needs a plugin's jar, or the folder of one with its libraries\n");
        assertThat(error("verify", "a.jar", "b.jar"))
                .startsWith("modan plugins: verify takes one plugin, not a.jar b.jar\n");
        assertThat(error("new", "--kind", "dataset"))
                .startsWith("modan plugins: new needs the folder to write to, as in ");
        assertThat(error("new", "x"))
                .startsWith("modan plugins: --kind is missing: strategy, dataset, evaluator\n");
        assertThat(error("--set", "a.b=1"))
                .startsWith("modan plugins: --set is for modan plugins verify, not for list\n");
        assertThat(error("verify", "a.jar", "--kind", "dataset"))
                .startsWith("modan plugins: --kind is for modan plugins new, not for verify\n");
    }

    @Test
    void verifiesAPluginAndSaysWhatDoesNotHold() {
        Path jar =
                PluginJar.plugin("chatty")
                        .source(
                                "chatty.ChattyPlugin",
                                """
                                package chatty;
                                import java.util.List;
                                import org.modan.spi.*;
                                public class ChattyPlugin implements Plugin, PretrainStrategyFactory {
                                    public String id() { return "chatty"; }
                                    public List<PretrainStrategyFactory> pretrainStrategies() { return List.of(this); }
                                    public String name() { return "noise"; }
                                    public String summary() { return "One.\\nTwo."; }
                                    public PretrainStrategy create(Options options, PluginContext context) {
                                        return corpus -> Initialization.random();
                                    }
                                }
                                """)
                        .provider("chatty.ChattyPlugin")
                        .writeTo(environment.workingDirectory());

        assertThat(plugins("verify", "chatty.jar")).isEqualTo(ExitCode.PLUGIN);

        assertThat(jar).exists();
        assertThat(printed.told()).isEmpty();
        assertThat(printed.result())
                .startsWith("chatty 1.0.0, for SPI 1.0\n  chatty.jar\n  SHA-256 ")
                .contains(
                        "\n  ok       Modan can load it\n",
                        "\n  FAILED   no other plugin offers what it offers under the same name\n",
                        "\n           strategy noise, of\n",
                        "\n\nstrategy noise\n  ok       its name is in lower case with dashes\n",
                        "\n  FAILED   its summary is one line\n           ")
                .containsPattern("\n\n\\d+ checks hold, 2 FAILED\\.\n$");
        assertThat(printed.result().lines().filter(line -> !line.contains("/")))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void aDatasetIsNotCheckedBeforeItIsSaidWhereItLies() {
        Path jar = folder.resolve("home/plugins/acme.jar");

        plugins("verify", jar.toString());

        assertThat(printed.result())
                .contains(
                        "\ndataset tiny\n  skipped  it needs options; give them with --set tiny.root=PATH\n")
                .endsWith("Not checked, for want of options: dataset tiny.\n");
    }

    @Test
    void whatIsNoFileIsAMistakeOfUse() {
        assertThat(plugins("verify", "missing.jar")).isEqualTo(ExitCode.USAGE);

        assertThat(printed.told()).startsWith("modan: ").contains("missing.jar does not exist; ");
        assertThat(printed.result()).isEmpty();
    }

    @Test
    void aNewProjectNamesWhatToDoNext() {
        assertThat(plugins("new", "views-4", "--kind", "dataset", "--package", "org.example.views"))
                .isEqualTo(ExitCode.DONE);

        Path project = environment.workingDirectory().resolve("views-4");
        assertThat(project.resolve("src/main/java/org/example/views/Views4Plugin.java")).exists();
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains(
                        "<modan.sdk>%s</modan.sdk>".formatted(folder.resolve("home/sdk").toUri()));
        assertThat(printed.result())
                .isEqualTo(
                        """
                        views-4: a plugin with the dataset views-4

                          cd views-4
                          mvn package
                          modan plugins verify target/views-4.jar --set views-4.root=IMAGES
                          cp target/views-4.jar PLUGINS
                          modan list --plugins PLUGINS

                        mvn package compiles and tests it. PLUGINS is any folder of yours; for one that
                        MODAN_PLUGINS names, --plugins can be left out.
                        """);
    }

    @Test
    void aNewProjectOverwritesNothing() throws IOException {
        Path file =
                Files.writeString(
                        Files.createDirectories(environment.workingDirectory().resolve("thesis"))
                                .resolve("thesis.tex"),
                        "mine");

        assertThat(plugins("new", "thesis", "--kind", "strategy")).isEqualTo(ExitCode.USAGE);

        assertThat(printed.told())
                .isEqualTo(
                        "modan: %s is not empty; name a new folder, nothing is ever overwritten\n"
                                .formatted(file.getParent()));
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        assertThat(error("new", "thesis/thesis.tex", "--kind", "strategy", "--id", "thesis"))
                .contains("thesis.tex is a file; ");
    }

    @Test
    void aNewPluginTakesNoNameThatIsTaken() {
        assertThat(error("new", "noise", "--kind", "strategy"))
                .startsWith(
                        "modan plugins: the installed plugin acme offers a strategy called noise; choose another name with --id\n");
        assertThat(error("new", "mine", "--kind", "dataset", "--id", "acme"))
                .startsWith(
                        "modan plugins: an installed plugin is called acme; choose another name with --id\n");
        assertThat(environment.workingDirectory().resolve("noise")).doesNotExist();
    }

    @Test
    void aFolderWhoseNameIsNoPluginsNeedsAnId() {
        assertThat(error("new", "My_Plugin", "--kind", "strategy"))
                .startsWith("modan plugins: 'My_Plugin' is no name of a plugin: ")
                .contains("; or name it with --id");
        assertThat(plugins("new", "My_Plugin", "--kind", "strategy", "--id", "mine"))
                .isEqualTo(ExitCode.DONE);
    }

    private ExitCode plugins(String... words) {
        List<String> all = new ArrayList<>(List.of("plugins"));
        all.addAll(List.of(words));
        return new Cli(environment).run(all.toArray(String[]::new), printed.console());
    }

    private static String error(String... words) {
        PluginsCommandTest test = new PluginsCommandTest();
        assertThat(test.plugins(words)).isEqualTo(ExitCode.USAGE);
        assertThat(test.printed.result()).isEmpty();
        return test.printed.told();
    }
}
