/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.PaintedTasks;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.RandomEncoder;
import org.modan.runtime.run.input.FeatureSource;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.input.MadeEncoders;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.ErrorCode;
import org.modan.spi.Evaluator;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;

class FoldScorersTest {

    @TempDir private Path output;

    @Test
    void aProbeSeesFeaturesLabelsAndGroupsToFitOnAndNothingButFeaturesToScore() {
        List<ProbeFold> seen = new ArrayList<>();
        ProbeEvaluator probe =
                fold -> {
                    seen.add(fold);
                    return FoldScores.of(
                            new double[fold.train().size()], new double[fold.test().size()]);
                };
        PretrainCell encoder = RandomEncoder.cell("one", 8);
        RandomEncoder.make(encoder, cells(), cache());
        EvaluationCell cell = cell(probe, Optional.of(encoder));
        FoldScorer scorer = scorers().of(cell);

        scorer.score(0);
        scorer.score(1);

        ProbeFold first = seen.get(0);
        int[] trained = cell.task().folds().train(0, 0);
        int[] tested = cell.task().folds().test(0, 0);
        assertThat(first.train().samples())
                .containsExactlyElementsOf(samples(cell, trained))
                .allSatisfy(
                        sample -> {
                            assertThat(sample.label()).isPresent();
                            assertThat(sample.group()).isPresent();
                        });
        assertThat(first.test().samples()).hasSize(tested.length).allSatisfy(this::isUnknown);
        // The same image has the same features on whichever side it stands.
        float[] asTested = new float[512];
        float[] asTrained = new float[512];
        first.test().read(0, asTested);
        seen.get(1).train().read(0, asTrained);
        assertThat(seen.get(1).train().samples().get(0)).isEqualTo(samples(cell, tested).get(0));
        assertThat(asTested).isEqualTo(asTrained);
        assertThat(first.seed()).isEqualTo(cell.foldSeed(0)).isNotEqualTo(seen.get(1).seed());
    }

    @Test
    void aControlSeesOfTheTestedPartItsMetadataAlone() {
        List<List<Sample>> seen = new ArrayList<>();
        ControlEvaluator control =
                (train, test, seed) -> {
                    seen.add(train);
                    seen.add(test);
                    return FoldScores.of(new double[train.size()], new double[test.size()]);
                };
        EvaluationCell cell = cell(control, Optional.empty());

        scorers().of(cell).score(0);

        assertThat(seen.get(0))
                .containsExactlyElementsOf(samples(cell, cell.task().folds().train(0, 0)));
        assertThat(seen.get(1))
                .allSatisfy(
                        sample -> {
                            assertThat(sample.id()).matches("test-\\d");
                            assertThat(sample.label()).isEmpty();
                            assertThat(sample.group()).isEmpty();
                            assertThat(sample.metadata()).containsOnlyKeys("modality");
                        });
        assertThat(output.resolve("features")).doesNotExist();
        assertThat(output.resolve("cache")).doesNotExist();
    }

    @Test
    void whatAControlMissesIsToldWithTheTasksName() {
        ControlEvaluator control =
                (train, test, seed) -> {
                    throw new ModanException(ErrorCode.DATASET, "no metadata");
                };

        assertThatThrownBy(() -> scorers().of(cell(control, Optional.empty())).score(0))
                .hasMessage("tasks.lesions: no metadata")
                .extracting("code")
                .isEqualTo(ErrorCode.DATASET);
    }

    private void isUnknown(Sample sample) {
        assertThat(sample.id()).matches("test-\\d");
        assertThat(sample.label()).isEmpty();
        assertThat(sample.group()).isEmpty();
        assertThat(sample.metadata()).isEmpty();
    }

    private static List<Sample> samples(EvaluationCell cell, int[] indices) {
        List<Sample> all = cell.task().dataset().samples();
        return Arrays.stream(indices).mapToObj(all::get).toList();
    }

    private FoldScorers scorers() {
        RunListener silent = new RunListener() {};
        ImageSource images = new ImageSource(cache(), silent);
        MadeEncoders encoders = new MadeEncoders(cells());
        ComputeDevice cpu = ComputeDevice.named("cpu");
        return new FoldScorers(
                encoders,
                images,
                new FeatureSource(output, encoders, images, cpu, silent),
                cpu,
                silent);
    }

    private CellStore cells() {
        return new CellStore(output.resolve("cells"));
    }

    private ImageCache cache() {
        return new ImageCache(output.resolve("cache"), warning -> {});
    }

    private static EvaluationCell cell(Evaluator evaluator, Optional<PretrainCell> encoder) {
        return PaintedTasks.cell(
                new CellKey("e".repeat(64)), PaintedTasks.ofImages(8), evaluator, encoder);
    }
}
