/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.testkit.CorruptJar;
import org.modan.testkit.PluginJar;

class VerifierTest {

    private static final String ID_IS_FREE = "OK no other plugin has its id";
    private static final String NAMES = "no other plugin offers what it offers under the same name";

    @TempDir private Path folder;
    private Path installed;

    private final WrittenDown heard = new WrittenDown();
    private PluginFolders folders;

    @BeforeEach
    void installNothing() throws IOException {
        installed = Files.createDirectory(folder.resolve("installed"));
        folders = PluginFolders.of(installed);
    }

    @Test
    void runsTheContractOfAllThatAPluginOffers() {
        Path jar =
                strategy("acme", "plain", "One line.", "Initialization.random()").writeTo(folder);

        Verification verification = verify(jar);

        assertThat(heard.lines())
                .startsWith(
                        "plugin acme",
                        "OK Modan can load it",
                        ID_IS_FREE,
                        "OK " + NAMES,
                        "strategy plain")
                .contains("OK it says how an encoder starts")
                .allMatch(line -> !line.startsWith("FAILED"));
        assertThat(verification.failed()).isZero();
        assertThat(verification.ok()).isEqualTo(heard.lines().size() - 2);
        assertThat(verification.unchecked()).isEmpty();
    }

    @Test
    void goesOnAfterChecksThatDoNotHold() {
        Path jar = strategy("acme", "plain", "One line.\\nAnother.", "boom()").writeTo(folder);

        Verification verification = verify(jar);

        assertThat(heard.lines())
                .anyMatch(line -> line.startsWith("FAILED its summary is one line: "))
                .anyMatch(
                        line ->
                                line.startsWith("FAILED it says how an encoder starts: ")
                                        && line.contains("IllegalStateException: boom"))
                .contains("OK it is created with its options");
        assertThat(verification.failed()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aJarThatDoesNotLoadIsAFailedCheck() {
        Path text = CorruptJar.text(folder, "acme.jar");

        Verification verification = verify(text);

        assertThat(heard.lines())
                .singleElement()
                .asString()
                .startsWith("FAILED Modan can load it: " + text + ": is no readable jar")
                .endsWith("copy or download it again");
        assertThat(verification.failed()).isEqualTo(1);
    }

    @Test
    void aNameThatAnInstalledPluginOffersIsAFailedCheck() {
        Path other =
                strategy("other", "plain", "Another.", "Initialization.random()")
                        .writeTo(installed);
        Path jar = strategy("acme", "plain", "One.", "Initialization.random()").writeTo(folder);

        Verification verification = verify(jar);

        assertThat(heard.lines())
                .contains(
                        ID_IS_FREE,
                        "FAILED %s: strategy plain, of %s; rename it, or remove the other plugin"
                                .formatted(NAMES, other));
        assertThat(verification.failed()).isEqualTo(1);
    }

    @Test
    void anIdThatAnInstalledPluginHasIsAFailedCheck() {
        Path other =
                strategy("acme", "plain", "Another.", "Initialization.random()").writeTo(installed);
        Path jar = strategy("acme", "fancy", "One.", "Initialization.random()").writeTo(folder);

        verify(jar);

        assertThat(heard.lines())
                .contains(
                        "FAILED no other plugin has its id: %s offers other things and has the id 'acme'; give this one an id of its own"
                                .formatted(other),
                        "OK " + NAMES);
    }

    @Test
    void anEarlierVersionOfThePluginIsNotHeldAgainstIt() {
        Path earlier =
                strategy("acme", "plain", "Old.", "Initialization.random()").writeTo(installed);
        Path jar = strategy("acme", "plain", "New.", "Initialization.random()").writeTo(folder);

        Verification verification = verify(jar);

        assertThat(heard.lines())
                .contains(
                        "OK %s: %s is this plugin in another version; put this one in its place"
                                .formatted(NAMES, earlier));
        assertThat(verification.failed()).isZero();
    }

    @Test
    void whatComesWithModanIsNoEarlierVersionOfThePlugin() {
        folders = new PluginFolders(Optional.of(installed), List.of());
        Path own = strategy("acme", "plain", "Own.", "Initialization.random()").writeTo(installed);
        Path jar = strategy("acme", "plain", "One.", "Initialization.random()").writeTo(folder);

        verify(jar);

        assertThat(heard.lines())
                .contains(
                        "FAILED no other plugin has its id: %s comes with Modan and has the id 'acme'; give this one an id of its own"
                                .formatted(own),
                        "FAILED %s: strategy plain, of %s; rename it, or remove the other plugin"
                                .formatted(NAMES, own));
    }

    @Test
    void thePluginItselfMayBeInstalled() {
        Path jar = strategy("acme", "plain", "One.", "Initialization.random()").writeTo(installed);

        assertThat(verify(jar).failed()).isZero();
        assertThat(heard.lines()).contains("OK " + NAMES);
    }

    @Test
    void whatNeedsOptionsIsNotCheckedWithoutThem() {
        Path jar = needy().writeTo(folder);

        Verification verification = verify(jar);

        assertThat(heard.lines())
                .endsWith(
                        "evaluator needy",
                        "unchecked: it needs options; give them with --set needy.atlas=PATH --set needy.bins=VALUE");
        assertThat(verification.failed()).isZero();
        assertThat(verification.unchecked()).containsExactly("evaluator needy");
    }

    @Test
    void optionsThatAreGivenAreThoseItIsCheckedWith() {
        Path jar = needy().writeTo(folder);

        verify(jar, "needy.atlas=atlas.nii", "needy.bins=4");

        assertThat(heard.lines())
                .contains("evaluator needy", "OK it is created with its options")
                .noneMatch(line -> line.startsWith("unchecked"));
    }

    @Test
    void namesEverythingThatIsWrongWithTheOptionsAtOnce() {
        Path jar = needy().writeTo(folder);

        assertThatThrownBy(
                        () ->
                                verify(
                                        jar,
                                        "bins=4",
                                        "neady.bins=4",
                                        "needy.bin=4",
                                        "needy.bins=many"))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        """
                        --set bins=4: expected NAME.option=value
                          --set needy.bin is unknown; did you mean bins?
                          --set needy.bins must be a whole number, not 'many'
                          --set neady: the plugin offers nothing called neady; did you mean needy?""");
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNoPluginProblem() {
        Path missing = folder.resolve("missing.jar");

        assertThatThrownBy(() -> verify(missing))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        missing
                                + " does not exist; name a plugin's jar, or the folder of one with its libraries");
    }

    @Test
    void aFolderOfPluginsIsNotOneOfThem() {
        assertThatThrownBy(() -> verify(installed))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        installed
                                + " holds no jar; name a plugin's jar, or the folder of one with its libraries");
    }

    private Verification verify(Path jar, String... sets) {
        return new Verifier(folders).verify(jar, List.of(sets), folder, heard);
    }

    /** A plugin with one strategy. */
    private static PluginJar strategy(String id, String name, String summary, String start) {
        return PluginJar.plugin(id)
                .source(
                        "acme.AcmePlugin",
                        """
                        package acme;
                        import java.util.List;
                        import org.modan.spi.*;
                        public class AcmePlugin implements Plugin, PretrainStrategyFactory {
                            public String id() { return "%s"; }
                            public List<PretrainStrategyFactory> pretrainStrategies() { return List.of(this); }
                            public String name() { return "%s"; }
                            public String summary() { return "%s"; }
                            public PretrainStrategy create(Options options, PluginContext context) {
                                return corpus -> %s;
                            }
                            static Initialization boom() { throw new IllegalStateException("boom"); }
                        }
                        """
                                .formatted(id, name, summary, start))
                .provider("acme.AcmePlugin");
    }

    /** A plugin with one evaluator, whose options have no defaults. */
    private static PluginJar needy() {
        return PluginJar.plugin("acme")
                .source(
                        "acme.AcmePlugin",
                        """
                        package acme;
                        import java.util.List;
                        import org.modan.spi.*;
                        public class AcmePlugin implements Plugin, EvaluatorFactory {
                            public String id() { return "acme"; }
                            public List<EvaluatorFactory> evaluators() { return List.of(this); }
                            public String name() { return "needy"; }
                            public String summary() { return "Needs to be told much."; }
                            public OptionSpec options() {
                                return OptionSpec.of(
                                        Option.path("atlas", "the atlas"),
                                        Option.integer("bins", "bins of the histogram"));
                            }
                            public Evaluator create(Options options, PluginContext context) {
                                return (ProbeEvaluator) fold -> {
                                    throw new IllegalStateException("not asked here");
                                };
                            }
                        }
                        """)
                .provider("acme.AcmePlugin");
    }
}
