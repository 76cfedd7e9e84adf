/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.Cli;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;
import org.modan.testkit.PluginJar;

class CheckCommandTest {

    @TempDir static Path folder;
    private static Environment environment;
    private static String plugins;

    @BeforeAll
    static void install() throws IOException {
        environment = AcmeInstallation.in(folder);
        Files.createDirectories(environment.workingDirectory());
        Path further = folder.resolve("further");
        PluginJar.plugin("scans")
                .source("scans.ScansPlugin", source())
                .provider("scans.ScansPlugin")
                .writeTo(further);
        plugins = further.toString();
    }

    @Test
    void laysOutWhatADatasetHoldsAndWhatIsWrongWithIt() {
        Printed printed = new Printed();

        assertThat(check(printed, "scans=.")).isEqualTo(ExitCode.DONE);

        assertThat(printed.result())
                .isEqualTo(
                        """
                        scans: 5 images (five images)

                          class      images  share
                          benign          2  40.0%
                          malignant       2  40.0%
                          (none)          1  20.0%

                          groups   3; images of one: median 1, most 2 (group p0); 1 image without
                          sizes    3 different, from 16 x 16 to 32 x 32; most often 32 x 32 (3 images)
                          colours  grey 4, RGB 1
                          flat     1 image with next to nothing to see: s4

                          metadata  value      images   share
                          probe     linear          2   40.0%
                                    convex          1   20.0%
                                    (missing)       2   40.0%
                          site      (missing)       5  100.0%

                          all images can be read
                          2 images have the same bytes as another, in 1 set, 1 across classes, 1
                            across groups
                            s0 [benign, group p0] = s2 [malignant, group p1]
                          3 images are near-identical to another, in 2 pairs, 1 across classes, 1
                            across groups
                            1.000 s1 [benign, group p0] ~ s2 [malignant, group p1]
                            1.000 s0 [benign, group p0] ~ s1 [benign, group p0]

                        warning: 1 image has no group and is taken for a patient of its own
                        warning: 1 image shows next to nothing
                        warning: 1 set of identical images of different classes: at least one label is
                          wrong
                        warning: 1 set of identical images of different groups: folds may train and
                          test on the same image
                        warning: 1 near-identical pair of different classes: look at their labels
                        warning: 1 near-identical pair of different groups: folds may train and test
                          on the same view

                        scans can be used, with 6 warnings.
                        """);
        assertThat(printed.result().lines()).allMatch(line -> line.length() <= 80);
        assertThat(printed.told()).isEmpty();
    }

    @Test
    void imagesThatCannotBeReadAreAProblem() {
        Printed printed = new Printed();

        assertThat(check(printed, "scans=.", "--set", "spoilt=2")).isEqualTo(ExitCode.USAGE);

        assertThat(printed.result())
                .contains(
                        "  2 of 5 images cannot be read\n    s0: ends too soon\n    s1: ends too soon\n",
                        "\nproblem: 2 of 5 images cannot be read: mend them, replace them from the\n  original archive, or take them out\n",
                        "\nscans cannot be used as it is.\n");
    }

    @Test
    void aWrongRootIsToldInTheAdaptersWords() {
        Printed printed = new Printed();

        assertThat(check(printed, "scans=nowhere")).isEqualTo(ExitCode.USAGE);

        assertThat(printed.result())
                .startsWith("problem: scans: there is no folder")
                .endsWith("\n\nscans cannot be used as it is.\n");
    }

    @Test
    void printsJsonAndNothingElseOnStandardOutput() {
        Printed printed = new Printed();

        assertThat(check(printed, "scans=.", "--json", "--set", "spoilt=1"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(printed.result())
                .startsWith("{\n")
                .endsWith("}\n")
                .contains("\"usable\" : false", "\"reason\" : \"ends too soon\"");
    }

    @Test
    void checksEveryDatasetOfAnExperimentOnce() throws IOException {
        Files.writeString(
                environment.workingDirectory().resolve("both.yaml"),
                """
                corpus: {dataset: scans, root: .}
                metadata: [probe]
                pretrain: [noise]
                tasks: [{dataset: tiny, root: .}, {id: again, dataset: tiny, root: .}]
                evaluators: [coin]
                protocol: {folds: 2, repeats: 1}
                """);
        Printed printed = new Printed();

        assertThat(check(printed, "both.yaml")).isEqualTo(ExitCode.DONE);

        assertThat(
                        printed.result()
                                .lines()
                                .filter(line -> line.matches("(corpus|tasks.*): \\d+ images .*")))
                .containsExactly(
                        "corpus: 5 images (five images)", "tasks.tiny: 12 images (twelve images)");
        Printed changed = new Printed();
        assertThat(check(changed, "both.yaml", "--set", "corpus.spoilt=5"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(changed.result())
                .contains("problem: none of the 5 images can be read", "tasks.tiny: 12 images");
    }

    @Test
    void refusesADatasetThatCannotBeTheTaskItIsToBe() throws IOException {
        Files.writeString(
                environment.workingDirectory().resolve("task.yaml"),
                """
                pretrain: [noise]
                tasks: [{dataset: scans, root: .}]
                evaluators: [coin]
                """);
        Printed printed = new Printed();

        assertThat(check(printed, "task.yaml")).isEqualTo(ExitCode.USAGE);

        assertThat(printed.result())
                .contains(
                        "\nproblem: tasks.scans: 1 of 5 images has no label, such as s4; a task needs one\n  for every image\n")
                .endsWith("\ntasks.scans cannot be used as it is.\n");
    }

    @Test
    void explainsHowADatasetIsNamed() {
        assertThat(error("scans"))
                .isEqualTo(
                        "modan: scans: where it lies is missing; write scans=PATH, as in modan check scans=/data/scans\n");
        assertThat(error("scnas=."))
                .isEqualTo(
                        "modan: no dataset is called 'scnas'; did you mean 'scans'? Installed: scans, tiny\n");
        assertThat(error("data/busi"))
                .contains("which dataset is this? Write dataset=PATH, as in folder=data/busi");
        assertThat(error("scans=")).contains("scans=: expected dataset=PATH");
        assertThat(error("scans=.", "--set", "spoild=1"))
                .isEqualTo("modan: scans: spoild is unknown; did you mean spoilt?\n");
        assertThat(error("nowhere.yaml")).contains("nowhere.yaml");
    }

    private static ExitCode check(Printed printed, String word, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "check";
        arguments[1] = word;
        arguments[2] = "--plugins";
        arguments[3] = plugins;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Cli(environment).run(arguments, printed.console());
    }

    /** What is told of a wrong use. */
    private static String error(String word, String... options) {
        Printed printed = new Printed();
        assertThat(check(printed, word, options)).isEqualTo(ExitCode.USAGE);
        assertThat(printed.result()).isEmpty();
        return printed.told();
    }

    private static String source() throws IOException {
        try (InputStream in =
                CheckCommandTest.class.getResourceAsStream("/scans/ScansPlugin.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
