/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.host.Environment;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.experiment.Extensions;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;

class FilelessFormTest {

    @TempDir Path folder;

    @Test
    void isTheSameAsAFile() throws Exception {
        Path file = folder.resolve("study.yaml");
        Files.writeString(
                file,
                """
                name: study
                seed: 7
                image-size: 32
                corpus: {dataset: folder, root: images}
                metadata: [modality, anatomy]
                pretrain:
                  - {strategy: mulsupcon, epochs: 3}
                  - scratch
                tasks:
                  - {dataset: busi, root: /data/busi}
                  - {dataset: ddti, root: thyroid}
                evaluators: [fine-tune]
                protocol: {repeats: 2, folds: 4}
                """);

        Map<String, Object> tree =
                form(
                                "--name study --seed 7 --image-size 32 --corpus folder=images",
                                "--metadata modality,anatomy --strategies mulsupcon,scratch",
                                "--epochs 3 --tasks busi=/data/busi,ddti=thyroid",
                                "--evaluators fine-tune --repeats 2 --folds 4")
                        .treeWithEpochs(Set.of("mulsupcon"));

        ExperimentFile fromOptions =
                ExperimentFile.of(tree, folder, List.of(), Map.of(), new AnyExtension());
        ExperimentFile fromFile =
                ExperimentFile.read(file, List.of(), Map.of(), new AnyExtension());
        assertThat(fromOptions.resolvedYaml())
                .contains("epochs: 3")
                .isEqualTo(fromFile.resolvedYaml());
    }

    @Test
    void tasksMayBeGivenOneByOne() {
        assertThat(form("--strategies s --tasks busi=a --tasks ddti=b").tree().get("tasks"))
                .isEqualTo(
                        List.of(
                                Map.of("dataset", "busi", "root", "a"),
                                Map.of("dataset", "ddti", "root", "b")));
    }

    @Test
    void aDatasetThatNeedsNoPathIsGivenByItsName() {
        assertThat(form("--strategies s --corpus phantom").tree().get("corpus"))
                .isEqualTo(Map.of("dataset", "phantom"));
    }

    @Test
    void isNamedAfterItsData() {
        assertThat(name("--corpus folder=/data/MedNIST/ --tasks busi=x"))
                .isEqualTo("mednist-to-busi");
        assertThat(name("--corpus phantom --tasks busi=x,ddti=y"))
                .isEqualTo("phantom-to-busi-ddti");
        assertThat(name("--tasks busi=x")).isEqualTo("busi");
        assertThat(name("--name mine --tasks busi=x")).isEqualTo("mine");
    }

    @Test
    void saysWhatIsWrongWithWhatWasTyped() {
        assertThatThrownBy(() -> form("--strategies s --repeats two").tree())
                .hasMessage("--repeats two: expected a whole number\nSee modan help run");
        assertThatThrownBy(() -> form("--strategies s --corpus /data/mednist").tree())
                .hasMessage(
                        "--corpus /data/mednist: which dataset is this? Write dataset=PATH, as in folder=/data/mednist\nSee modan help run");
        assertThatThrownBy(() -> form("--strategies s --tasks busi=").tree())
                .hasMessageStartingWith(
                        "--tasks busi=: expected dataset=PATH, as in busi=/data/busi");
        assertThatThrownBy(() -> form("--strategies a,,b").tree())
                .hasMessageStartingWith("--strategies a,,b: a name is missing beside a comma");
    }

    private static String name(String words) {
        return (String) form("--strategies s", words).tree().get("name");
    }

    private static FilelessForm form(String... words) {
        Environment environment = new Environment(Map.of(), Map.of(), Path.of("/work"));
        return new FilelessForm(
                Arguments.parse(
                        new RunCommand(environment), List.of(String.join(" ", words).split(" "))));
    }

    /** Knows every name; datasets have a root. */
    private static final class AnyExtension implements Extensions {

        @Override
        public Optional<OptionSpec> strategy(String name) {
            return Optional.of(OptionSpec.none());
        }

        @Override
        public Optional<OptionSpec> dataset(String name) {
            return Optional.of(OptionSpec.of(Option.path("root", "folder of the images")));
        }

        @Override
        public Optional<OptionSpec> evaluator(String name) {
            return Optional.of(OptionSpec.none());
        }

        @Override
        public Set<String> strategies() {
            return Set.of();
        }

        @Override
        public Set<String> datasets() {
            return Set.of();
        }

        @Override
        public Set<String> evaluators() {
            return Set.of();
        }
    }
}
