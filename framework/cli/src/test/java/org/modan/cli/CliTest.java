/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.cli.command.AcmeInstallation;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;

class CliTest {

    @TempDir static Path folder;
    private static Environment environment;

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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "plan",
                "check",
                "list",
                "describe",
                "plugins",
                "doctor",
                "cache",
                "report"
            })
    void everyCommandHasHelpInBothForms(String command) {
        Printed asked = new Printed();
        Printed optioned = new Printed();

        assertThat(run(asked, "help", command)).isEqualTo(ExitCode.DONE);
        assertThat(run(optioned, command, "--nonsense", "--help")).isEqualTo(ExitCode.DONE);

        assertThat(asked.result()).contains("usage: modan " + command, "\noptions\n  --");
        assertThat(asked.result().lines()).allMatch(line -> line.length() <= 80);
        assertThat(optioned.result()).isEqualTo(asked.result());
        assertThat(asked.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help --help", "help -h", "help help", "--help --help"})
    void helpHasHelpToo(String words) {
        Printed printed = new Printed();
        Printed all = new Printed();

        assertThat(run(printed, words.split(" "))).isEqualTo(ExitCode.DONE);
        assertThat(run(all, "help")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result()).isEqualTo(all.result());
    }

    @Test
    void helpNamesEveryCommandAndEveryExitCode() {
        Printed printed = new Printed();

        assertThat(run(printed, "--help")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .contains(
                        "demo",
                        "run",
                        "plan",
                        "check",
                        "list",
                        "describe",
                        "plugins",
                        "doctor",
                        "cache",
                        "130 interrupted");
    }

    @Test
    void withoutACommandItSaysHowItIsUsed() {
        Printed printed = new Printed();

        assertThat(run(printed)).isEqualTo(ExitCode.USAGE);
        assertThat(printed.told()).contains("usage: modan COMMAND");
        assertThat(printed.result()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        Printed printed = new Printed();

        assertThat(run(printed, "--version")).isEqualTo(ExitCode.DONE);
        assertThat(printed.result()).matches("modan \\d+\\.\\d+.* \\(Java .*\\)\n");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(error("rnu"))
                .isEqualTo("modan: no command is called rnu; did you mean modan run?\n");
        assertThat(error("small.yaml"))
                .isEqualTo(
                        "modan: no command is called small.yaml; did you mean modan run small.yaml?\n");
        assertThat(error("xyzzy")).isEqualTo("modan: no command is called xyzzy; see modan help\n");
        assertThat(error("--out", "x", "run"))
                .isEqualTo(
                        "modan: options come after the command, as in modan run FILE --out; see modan help\n");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertThat(error("run", "small.yaml", "--dryrun"))
                .isEqualTo(
                        "modan run: no option --dryrun, did you mean --dry-run?\nSee modan help run\n");
        assertThat(error("list", "--xyzzy"))
                .isEqualTo("modan list: no option --xyzzy\nSee modan help list\n");
    }

    @Test
    void anAbbreviatedOptionIsNotGuessed() {
        assertThat(error("run", "small.yaml", "--dry")).contains("no option --dry, did you mean");
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(error("run", "small.yaml", "--out"))
                .contains("modan run: --out needs a value (DIR)");
        assertThat(error("list", "--plugins", ""))
                .contains("modan list: --plugins needs a value (DIR)");
        assertThat(error("run", "small.yaml", "--dry-run=yes"))
                .contains("modan run: --dry-run takes no value");
        assertThat(error("run", "small.yaml", "--out", "a", "--out", "b"))
                .contains("modan run: --out is given more than once");
        assertThat(error("run", "a.yaml", "b.yaml"))
                .contains("expected one FILE, not a.yaml b.yaml");
        assertThat(error("plan")).contains("modan plan: FILE is missing");
        assertThat(error("demo", "now")).contains("modan demo: takes no now");
        assertThat(error("run", "small.yaml", "--only", "arm"))
                .contains("--only arm: expected axis=value,value");
    }

    @Test
    void listsWhatPluginsOfferAndWhereItComesFrom() {
        Printed printed = new Printed();

        assertThat(run(printed, "list")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .contains("strategies\n  noise  Random weights. [acme]\n")
                .contains("datasets\n  tiny  Twelve images. [acme]\n")
                .contains("evaluators\n  coin  Scores by chance. [acme]\n")
                .containsPattern("plugins\n  acme  1\\.0\\.0  .*acme\\.jar\n")
                .doesNotContain("problems");
    }

    @Test
    void listsPluginsThatCannotBeUsedLast() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("bad.jar"), "this is no jar");
        Printed printed = new Printed();

        assertThat(run(printed, "list", "--plugins", broken.toString())).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .contains("  noise  Random weights.")
                .containsPattern("problems: these plugins cannot be used as they are\n.*bad\\.jar");
    }

    @Test
    void describesEveryOption() {
        Printed printed = new Printed();

        assertThat(run(printed, "describe", "noise")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .startsWith("strategy noise\n  Random weights.\n  plugin acme 1.0.0, ")
                .contains(
                        "    strength: number, from 0 to 1, default 0.5\n        how much noise there is\n");
        assertThat(printed.result()).doesNotContain("published");
        Printed dataset = new Printed();
        run(dataset, "describe", "tiny");
        assertThat(dataset.result())
                .contains("\n  published: Doe, Twelve Images, Small Data 1, 2020\n")
                .contains("    root: path, must be given\n");
        Printed evaluator = new Printed();
        run(evaluator, "describe", "coin");
        assertThat(evaluator.result()).contains("takes no options");
    }

    @Test
    void describesNothingThatIsNotThere() {
        assertThat(error("describe", "noice"))
                .isEqualTo("modan: nothing is called noice; did you mean noise?\n");
        assertThat(error("describe", "xyzzy"))
                .isEqualTo("modan: nothing is called xyzzy; see modan list\n");
    }

    @Test
    void aDryRunPrintsTheMatrixAndMakesNothing() throws IOException {
        Printed printed = new Printed();

        assertThat(run(printed, "run", "small.yaml", "--dry-run")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .startsWith("small: 2 cells, 0 done, 2 to do; results in results/small\n")
                .containsPattern("[0-9a-f]{16}  to do  pretrain noise\n")
                .containsPattern("[0-9a-f]{16}  to do  coin noise on tiny, repeat 0\n");
        try (Stream<Path> files = Files.list(environment.workingDirectory())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactly("small.yaml");
        }
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void aPlanSaysWhatTheDataAre() {
        Printed printed = new Printed();

        assertThat(run(printed, "plan", "small.yaml", "--set", "protocol.repeats=3"))
                .isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .startsWith("small: 4 cells")
                .contains(
                        "tiny: 12 images (twelve images)\n  8 benign, 4 malignant; 2 folds, 3 repeats\n"
                                + "  groups: none known: nothing says which images are of one patient\n");
    }

    @Test
    void theFilelessFormPlansTheSameCellsAsAFile() {
        Printed file = new Printed();
        Printed options = new Printed();

        run(file, "run", "small.yaml", "--dry-run");
        run(
                options,
                "run",
                "--dry-run",
                "--name",
                "small",
                "--corpus",
                "tiny=.",
                "--metadata",
                "modality",
                "--strategies",
                "noise",
                "--tasks",
                "tiny=.",
                "--evaluators",
                "coin",
                "--folds",
                "2",
                "--repeats",
                "1");

        assertThat(file.result()).contains("2 to do");
        assertThat(options.result()).isEqualTo(file.result());
    }

    @Test
    void epochsAreForStrategiesThatTrain() {
        assertThat(
                        error(
                                "run",
                                "--dry-run",
                                "--strategies",
                                "noise",
                                "--tasks",
                                "tiny=.",
                                "--evaluators",
                                "coin",
                                "--folds",
                                "2",
                                "--epochs",
                                "3"))
                .isEqualTo("modan run: --epochs: noise does not train\nSee modan help run\n");
    }

    @Test
    void refusesAFileTogetherWithTheOptionsThatReplaceOne() {
        assertThat(error("run", "small.yaml", "--folds", "3"))
                .contains(
                        "--folds makes an experiment without a file, but small.yaml is given; change the file, or use --set protocol.folds=N");
        assertThat(error("run")).contains("needs an experiment file, or --strategies and --tasks");
    }

    @Test
    void namesWhatIsWrongWithAnExperiment() {
        assertThat(error("run", "nowhere.yaml")).contains("nowhere.yaml");
        assertThat(error("run", "small.yaml", "--set", "pretrain[0].strategy=noice"))
                .contains("noice", "noise");
        assertThat(error("run", "small.yaml", "--dry-run", "--only", "arm=noice"))
                .contains("no arm noice, did you mean noise?");
    }

    @Test
    void aMissingPluginIsAPluginProblem() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken2"));
        Files.writeString(broken.resolve("bad.jar"), "this is no jar");
        Printed printed = new Printed();

        assertThat(
                        run(
                                printed,
                                "run",
                                "small.yaml",
                                "--set",
                                "pretrain[0].strategy=galaxy",
                                "--plugins",
                                broken.toString()))
                .isEqualTo(ExitCode.PLUGIN);
        assertThat(printed.told()).contains("galaxy", "bad.jar");
    }

    @Test
    void aDemoThatIsNotThereIsNamed() {
        assertThat(error("demo")).contains("demo.yaml is missing; install Modan again");
        Printed printed = new Printed();
        Environment nowhere = new Environment(Map.of(), Map.of(), folder);
        assertThat(new Cli(nowhere).run(new String[] {"demo"}, printed.console()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(printed.told()).contains("start it with its bin/modan");
    }

    private ExitCode run(Printed printed, String... args) {
        return new Cli(environment).run(args, printed.console());
    }

    /** What is told of a wrong use. */
    private String error(String... args) {
        Printed printed = new Printed();
        assertThat(run(printed, args)).isEqualTo(ExitCode.USAGE);
        assertThat(printed.result()).isEmpty();
        return printed.told();
    }
}
