/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.experiment.CompareConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Alternative;
import org.modan.spi.Seed;

class PatientIntervalsTest {

    private static final List<ResultRow> ROWS =
            new Rows()
                    .arm("good", new double[] {1, 1})
                    .metric("good", "brier", new double[] {0.1, 0.1})
                    .arm("bad", new double[] {0.5, 0.4})
                    .metric("bad", "brier", new double[] {0.2, 0.3})
                    .list();

    @TempDir private Path folder;

    @Test
    void isOfTheArmMinusTheReferenceAndOfTheAucAlone() throws IOException {
        write("good", 1, 0);
        write("bad", 0, 0);

        List<Comparison> rows = new PatientIntervals(folder, new Seed(7)).addTo(compared());

        assertThat(rows).extracting(row -> row.metric().text()).containsExactly("auc", "brier");
        assertThat(rows.get(0).patients())
                .hasValueSatisfying(
                        interval -> {
                            assertThat(interval.low()).isBetween(-1.0, -0.5);
                            assertThat(interval.high()).isBetween(-0.5, 0.0);
                        });
        assertThat(rows.get(1).patients()).isEmpty();
        assertThat(new PatientIntervals(folder, new Seed(7)).addTo(compared())).isEqualTo(rows);
    }

    @Test
    void saysWhyThereIsNoneWithoutPredictions() {
        assertThat(new PatientIntervals(folder, new Seed(7)).addTo(compared()).get(0).notes())
                .containsExactly(
                        "no interval of patients: resampling needs at least two patients, not 0");
    }

    @Test
    void saysWhereTheFoldsHoldOtherImages() throws IOException {
        write("good", 1, 0);
        write("bad", 0, 1);

        Comparison row = new PatientIntervals(folder, new Seed(7)).addTo(compared()).get(0);

        assertThat(row.patients()).isEmpty();
        assertThat(row.notes())
                .containsExactly("the folds of the two hold different images: mind the pairing");
    }

    /** Twenty patients of two images; with weight 1 the label decides, with 0 chance. */
    private void write(String arm, int weight, int firstFold) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        for (int image = 0; image < 40; image++) {
            int label = image / 2 % 2;
            predictions.add(
                    new Prediction(
                            "i" + image,
                            "p" + image / 2,
                            0,
                            (image / 2 / 10 + firstFold) % 2,
                            label,
                            weight * label + image * 7919 % 100 / 100.0));
        }
        Predictions.write(
                folder.resolve(FileName.ofPredictions(arm, "busi", "fine-tune")), predictions);
    }

    private static List<Comparison> compared() {
        return Comparisons.of(
                ROWS,
                new CompareConfig(
                        Optional.of("good"),
                        Alternative.TWO_SIDED,
                        List.of("auc", "brier").stream()
                                .map(name -> MetricName.find(name).orElseThrow())
                                .toList()),
                new ProtocolConfig(Profile.RIGOROUS, 2, 1),
                Set.of());
    }
}
