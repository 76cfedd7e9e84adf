/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.spi.MemoryLayout;

class OverridesTest {

    private static final String STUDY =
            """
            pretrain:
              - {strategy: mulsupcon, epochs: 5}
              - {id: strict, strategy: mulsupcon}
              - scratch
            tasks:
              - {dataset: busi, root: images}
            evaluators: [fine-tune, linear-probe]
            """;

    @TempDir private Path folder;

    private Experiment read(String... sets) {
        return new ExperimentFolder(folder).readOne(STUDY, sets);
    }

    private List<String> mistakes(String... sets) {
        return new ExperimentFolder(folder).mistakes(STUDY, sets);
    }

    @Test
    void replacesAValueByItsPosition() {
        assertThat(read("pretrain[0].epochs=2").arms().get(0).training().asMap())
                .isEqualTo(Map.of("epochs", 2));
    }

    @Test
    void replacesAValueByTheNameOfItsEntry() {
        Experiment experiment =
                read(
                        "pretrain.mulsupcon.epochs=2",
                        "pretrain.strict.threshold=1",
                        "tasks.busi.normal=drop",
                        "evaluators.linear-probe.epochs=7");

        assertThat(experiment.arms().get(0).training().asMap()).isEqualTo(Map.of("epochs", 2));
        assertThat(experiment.arms().get(1).options().get(InstalledExtensions.THRESHOLD))
                .isEqualTo(1);
        assertThat(experiment.tasks().get(0).dataset().options().get(InstalledExtensions.NORMAL))
                .isEqualTo("drop");
        assertThat(experiment.evaluators().get(1).options().get(InstalledExtensions.EPOCHS))
                .isEqualTo(7);
    }

    @Test
    void reachesIntoNumbersByName() {
        Experiment experiment =
                read(
                        "pretrain.mulsupcon.field-weights.modality=2",
                        "pretrain.mulsupcon.field-weights.anatomy=0.5",
                        "pretrain.strict.field-weights={site: 3}");

        assertThat(experiment.arms().get(0).options().get(InstalledExtensions.FIELD_WEIGHTS))
                .isEqualTo(Map.of("modality", 2.0, "anatomy", 0.5));
        assertThat(experiment.arms().get(1).options().get(InstalledExtensions.FIELD_WEIGHTS))
                .isEqualTo(Map.of("site", 3.0));
    }

    @Test
    void createsKeysAndSectionsThatAreNotThereYet() {
        Experiment experiment =
                read(
                        "protocol.profile=paper",
                        "protocol.folds=3",
                        "corpus=phantom",
                        "corpus.speckle=false",
                        "pretrain.scratch.optimizer.lr=0.5");

        assertThat(experiment.protocol()).isEqualTo(new ProtocolConfig(Profile.PAPER, 3, 10));
        assertThat(experiment.corpus().orElseThrow().options().get(InstalledExtensions.SPECKLE))
                .isFalse();
        assertThat(experiment.arms().get(2).training().asMap())
                .isEqualTo(Map.of("optimizer", Map.of("lr", 0.5)));
    }

    @Test
    void readsListsAndMapsAsYaml() {
        Experiment experiment =
                read(
                        "metadata=[view, 'a, b']",
                        "pretrain=[scratch]",
                        "encoder={channels: 3, stem: 7x7s2}");

        assertThat(experiment.metadata()).containsExactly("view", "a, b");
        assertThat(experiment.arms()).extracting(ArmConfig::id).containsExactly("scratch");
        assertThat(experiment.encoder())
                .isEqualTo(new EncoderConfig("resnet18", "7x7s2", 3, MemoryLayout.CHANNELS_FIRST));
    }

    @Test
    void takesTheLastOfTwoValues() {
        assertThat(read("seed=1", "seed=2").seed().value()).isEqualTo(2);
    }

    @Test
    void startsPathsFromTheWorkingDirectoryAndThoseOfTheFileFromTheFile() {
        assertThat(root(read())).isEqualTo(folder.resolve("images"));
        assertThat(root(read("tasks.busi.root=images")))
                .isEqualTo(Path.of("images").toAbsolutePath());
        assertThat(root(read("tasks.busi.root=/x/../y"))).isEqualTo(Path.of("/y"));
    }

    private static Path root(Experiment experiment) {
        return experiment.tasks().get(0).dataset().options().get(InstalledExtensions.ROOT);
    }

    @Test
    void tellsTheArgumentThatIsWrong() {
        assertThat(
                        mistakes(
                                "protocol.fold=3",
                                "pretrain.strict.epochs=-1",
                                "image-size=",
                                "tasks.busi.root=[x]",
                                "seed",
                                "=3",
                                "a..b=3",
                                "a.=3",
                                "a.[0]=3",
                                "a[0]b=3",
                                "seed=[1",
                                "seed=@",
                                "seed=*x"))
                .containsExactlyInAnyOrder(
                        "--set protocol.fold=3: protocol.fold is unknown; did you mean folds?",
                        "--set pretrain.strict.epochs=-1: pretrain[1].epochs must be at least 1, not -1",
                        "--set image-size=: image-size must not be empty",
                        "--set tasks.busi.root=[x]: tasks[0].root must be a text, not '[x]'",
                        "--set seed: must be path=value, such as protocol.folds=3",
                        "--set =3: must be path=value, such as protocol.folds=3",
                        "--set a..b=3: 'a..b' is no path; write it like protocol.folds or pretrain[0].epochs",
                        "--set a.=3: 'a.' is no path; write it like protocol.folds or pretrain[0].epochs",
                        "--set a.[0]=3: 'a.[0]' is no path; write it like protocol.folds or pretrain[0].epochs",
                        "--set a[0]b=3: 'a[0]b' is no path; write it like protocol.folds or pretrain[0].epochs",
                        "--set seed=[1: is no YAML at column 3: expected ',' or ']', but got <stream end>",
                        "--set seed=@: is no YAML at column 1: a plain text cannot start with this character; put it in quotes",
                        "--set seed=*x: anchors (&name) and aliases (*name) are not read; repeat the value");
    }

    @Test
    void saysWhatIsThereIfAPathLeadsNowhere() {
        assertThat(
                        mistakes(
                                "pretrian[0].epochs=2",
                                "pretrain[3].epochs=2",
                                "pretrain.strickt.epochs=2",
                                "tasks.thyroid.root=x",
                                "tasks.busi.root.x=1",
                                "evaluators[0][1]=3",
                                "[0]=1"))
                .containsExactlyInAnyOrder(
                        "--set pretrian[0].epochs=2: there is no pretrian; did you mean pretrain?",
                        "--set pretrain[3].epochs=2: there is no pretrain[3]; the last is pretrain[2]",
                        "--set pretrain.strickt.epochs=2: there is no pretrain.strickt; did you mean strict?",
                        "--set tasks.thyroid.root=x: there is no tasks.thyroid; choose from busi",
                        "--set tasks.busi.root.x=1: there is no tasks.busi.root.x: tasks.busi.root is 'images'",
                        "--set evaluators[0][1]=3: there is no evaluators[0][1]: evaluators[0] is no list",
                        "--set [0]=1: there is no [0]: the top level is no list");
    }
}
