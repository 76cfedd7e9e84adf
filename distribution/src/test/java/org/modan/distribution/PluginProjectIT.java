/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.Digests;

/**
 * From nothing to a plugin that runs: a new dataset and a new evaluator, built, dropped in and
 * used. A new strategy is what {@link PluginGuideIT} builds.
 */
@DisabledOnOs(OS.WINDOWS)
class PluginProjectIT {

    private static final List<String> PROJECTS = List.of("my-dataset", "my-evaluator");

    /** Two projects, each with a JVM that unpacks and starts the engine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern TESTS = Pattern.compile(" tests=\"(\\d+)\"");

    private static final Distribution DISTRIBUTION = Distribution.assembled();

    @TempDir private static Path scratch;

    @BeforeAll
    static void writeBuildAndDropIn() throws Exception {
        for (String project : PROJECTS) {
            String kind = project.substring("my-".length());
            Command written = modan("plugins", "new", project, "--kind", kind);
            assertThat(written.exitCode()).as(written.err()).isZero();
            assertThat(written.out()).contains(project + ": a plugin with the " + kind);
        }
        build();
        Path plugins = Files.createDirectory(scratch.resolve("plugins"));
        for (String project : PROJECTS) {
            Files.copy(jar(project), plugins.resolve(project + ".jar"));
        }
        Path images = Files.createDirectory(scratch.resolve("images"));
        DatasetTrees trees = new DatasetTrees(images);
        for (int patient = 10; patient < 26; patient++) {
            String name = patient % 2 == 0 ? "benign" : "malignant";
            trees.image("P%d_%s_left.png".formatted(patient, name));
            trees.image("P%d_%s_right.png".formatted(patient, name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-dataset", "my-evaluator"})
    void aNewProjectPassesItsContractSuiteAsItIs(String project) throws IOException {
        Path reports = scratch.resolve(project).resolve("target/surefire-reports");

        List<Integer> tests = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (Path file : files) {
                Matcher count = TESTS.matcher(Files.readString(file));
                assertThat(count.find()).isTrue();
                tests.add(Integer.valueOf(count.group(1)));
            }
        }

        assertThat(tests).singleElement().satisfies(count -> assertThat(count).isGreaterThan(10));
    }

    @Test
    void theJarIsVerifiedWithoutAnExperiment() throws Exception {
        Command verified = modan("plugins", "verify", jar("my-evaluator").toString());

        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.err()).isEmpty();
        assertThat(verified.out())
                .startsWith("my-evaluator 1.0-SNAPSHOT, for SPI ")
                .contains(
                        "SHA-256 " + Digests.ofFile(jar("my-evaluator")),
                        "\n  ok       Modan can load it\n")
                .containsPattern("\n\n\\d\\d checks hold\\.\n$")
                .doesNotContain("FAILED", "skipped");
    }

    @Test
    void aDatasetIsVerifiedOnceItIsToldWhereItLies() throws Exception {
        String jar = jar("my-dataset").toString();

        Command untold = modan("plugins", "verify", jar);
        Command told = modan("plugins", "verify", jar, "--set", "my-dataset.root=images");

        assertThat(untold.exitCode()).as(untold.err()).isZero();
        assertThat(untold.out())
                .contains("skipped  it needs options; give them with --set my-dataset.root=PATH")
                .endsWith("Not checked, for want of options: dataset my-dataset.\n");
        assertThat(told.exitCode()).as(told.out() + told.err()).isZero();
        assertThat(told.out())
                .containsPattern("\n\n\\d\\d checks hold")
                .doesNotContain("FAILED", "Not checked");
    }

    @Test
    void whatIsDroppedInIsListedWithWhereItCameFrom() throws Exception {
        Command list = modan("list", "--plugins", "plugins");
        Command plugins = modan("plugins", "--plugins", "plugins");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out()).contains("[my-dataset]", "[my-evaluator]");
        assertThat(plugins.out())
                .contains(
                        "my-dataset 1.0-SNAPSHOT, for SPI ",
                        "plugins/my-dataset.jar",
                        Digests.ofFile(jar("my-dataset")),
                        "datasets  my-dataset",
                        "evaluators  my-evaluator")
                .endsWith("5 plugins, no problems\n");
    }

    @Test
    void anExperimentUsesBoth() throws Exception {
        Files.writeString(
                scratch.resolve("mine.yaml"),
                """
                name: mine
                seed: 7
                image-size: 32
                pretrain: [{strategy: scratch}]
                tasks: [{dataset: my-dataset, root: images}]
                evaluators: [my-evaluator]
                protocol: {folds: 2, repeats: 1}
                """);

        Command run = modan("run", "mine.yaml", "--plugins", "plugins", "--out", "out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(scratch.resolve("out/results.csv")))
                .filteredOn(row -> row.startsWith("scratch,scratch,my-dataset,my-evaluator,"))
                .anyMatch(row -> row.contains(",0,0,auc,"))
                .anyMatch(row -> row.contains(",0,1,auc,"));
    }

    /** All projects in one run of Maven. */
    private static void build() throws IOException, InterruptedException {
        String modules =
                PROJECTS.stream()
                        .map("<module>%s</module>"::formatted)
                        .collect(Collectors.joining());
        Files.writeString(
                scratch.resolve("pom.xml"),
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>all</groupId><artifactId>all</artifactId><version>1</version>
                  <packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """
                        .formatted(modules));
        Command build =
                Command.run(
                        scratch,
                        new StrangersMachine(scratch).environment(),
                        List.of("mvn", "--batch-mode", "--quiet", "package"),
                        PATIENCE);
        assertThat(build.exitCode()).as(build.out() + build.err()).isZero();
    }

    private static Path jar(String project) {
        return scratch.resolve(project).resolve("target").resolve(project + ".jar");
    }

    private static Command modan(String... arguments) throws IOException, InterruptedException {
        return DISTRIBUTION.modan(scratch, List.of(arguments));
    }
}
