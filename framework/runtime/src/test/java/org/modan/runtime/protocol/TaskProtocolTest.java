/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.runtime.experiment.DatasetConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.OptionSpec;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class TaskProtocolTest {

    private static final List<String> TWO_CLASSES = List.of("benign", "malignant");

    @Test
    void refusesOtherThanTwoClasses() {
        assertThatThrownBy(() -> folds(List.of("a", "b", "c"), samples(12)))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage("tasks.lesions: a task needs two classes, this one has 3 (a, b, c)");
    }

    @Test
    void refusesImagesWithoutALabel() {
        List<Sample> samples = new ArrayList<>(samples(12));
        samples.add(3, Sample.withId("x.png").build());
        samples.add(Sample.withId("y.png").build());

        assertThatThrownBy(() -> folds(TWO_CLASSES, samples))
                .hasMessage(
                        "tasks.lesions: 2 of 14 images have no label, such as x.png; a task needs one for every image");
    }

    @Test
    void redrawsTheFoldsOfEachRepeatInTheRigorousProfileAlone() {
        FoldPlan rigorous = folds(Profile.RIGOROUS, TWO_CLASSES, samples(40));
        FoldPlan paper = folds(Profile.PAPER, TWO_CLASSES, samples(40));

        assertThat(rigorous.test(0, 0)).isNotEqualTo(rigorous.test(1, 0));
        assertThat(paper.test(0, 0)).isEqualTo(paper.test(1, 0));
        assertThat(paper.test(0, 0)).isEqualTo(rigorous.test(0, 0));
    }

    @Test
    void warnsOfImagesWithoutAPatientAmongThoseOfKnownOnes() {
        List<Sample> samples = new ArrayList<>(samples(12));
        samples.set(4, Sample.withId("4.png").label(0).group("patient-1").build());
        samples.set(6, Sample.withId("6.png").label(0).group("patient-1").build());
        List<String> warnings = new ArrayList<>();

        folds(Profile.RIGOROUS, TWO_CLASSES, samples, warnings);

        assertThat(warnings)
                .containsExactly(
                        "10 of 12 images have no group, such as 0.png, and each is taken for a patient of its own: others of that patient may be on the other side of a split");
    }

    private static FoldPlan folds(List<String> classes, List<Sample> samples) {
        return folds(Profile.RIGOROUS, classes, samples);
    }

    private static FoldPlan folds(Profile profile, List<String> classes, List<Sample> samples) {
        List<String> warnings = new ArrayList<>();
        FoldPlan plan = folds(profile, classes, samples, warnings);
        assertThat(warnings).isEmpty();
        return plan;
    }

    private static FoldPlan folds(
            Profile profile, List<String> classes, List<Sample> samples, List<String> warnings) {
        return new TaskProtocol(
                        "tasks.lesions",
                        new TaskConfig(
                                "lesions",
                                new DatasetConfig(
                                        "painted",
                                        OptionSpec.none()
                                                .resolve(Map.of(), Path.of(""), problem -> {})),
                                Optional.empty()),
                        new ProtocolConfig(profile, 3, 2),
                        new Seed(7))
                .folds(classes, samples, List.of(), warnings::add);
    }

    private static List<Sample> samples(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Sample.withId(i + ".png").label(i % 2).build())
                .toList();
    }
}
