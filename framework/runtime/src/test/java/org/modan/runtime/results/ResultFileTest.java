/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modan.runtime.results.Rows.folds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.experiment.CompareConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Alternative;
import org.modan.spi.ModanException;

class ResultFileTest {

    @TempDir private Path folder;

    @Test
    void isReadBackAsItWasWritten() {
        List<ResultRow> rows =
                new Rows()
                        .arm("a[metadata=modality,image-size=32]", folds(0.1 + 0.2, 1.0 / 3))
                        .failed("b", 1)
                        .list();
        Path file = folder.resolve(ResultFile.NAME);

        ResultFile.write(file, rows);

        assertThat(file)
                .content()
                .startsWith(
                        "arm,strategy,dataset,evaluator,repeat,fold,metric,value,n_train,n_test,status,cell\n"
                                + "\"a[metadata=modality,image-size=32]\",any,busi,fine-tune,0,0,auc,0.30000000000000004,80,20,done,")
                .endsWith("b,any,busi,fine-tune,1,,auc,,,,failed,b-1\n");
        assertThat(ResultFile.read(file)).isEqualTo(rows);
    }

    @Test
    void saysWhichRowIsDamaged() throws IOException {
        Path file = folder.resolve(ResultFile.NAME);
        ResultFile.write(file, new Rows().arm("a", folds(0.5, 0.6)).list());
        Files.writeString(file, Files.readString(file).replace("0.6", "NaN"));

        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        file
                                + ", row 3 is damaged (auc of a is NaN); run the experiment again to have the file rewritten");
    }

    @Test
    void oneMeasurementHasOneValue() throws IOException {
        Path file = folder.resolve(ResultFile.NAME);
        ResultFile.write(file, new Rows().arm("a", folds(0.5), folds(0.6)).list());
        Files.writeString(
                file,
                Files.readString(file).replace("a,any,busi,fine-tune,1", "a,any,busi,fine-tune,0"));

        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("row 3 is damaged (auc of a is there twice); run");
    }

    @Test
    void aRowThatIsCutOffIsDamaged() throws IOException {
        Path file = folder.resolve(ResultFile.NAME);
        ResultFile.write(file, new Rows().arm("a", folds(0.5)).list());
        Files.writeString(file, Files.readString(file) + "a,any");

        assertThatThrownBy(() -> ResultFile.read(file))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining("row 3 is damaged (it has 2 values for 12 columns); run");
    }

    @Test
    void comparisonsAreWrittenWithTheirReasons() {
        Path file = folder.resolve(ComparisonFile.NAME);
        List<ResultRow> rows =
                new Rows().arm("a", folds(0.75, 0.5)).arm("b", folds(0.5, 0.25)).list();

        ComparisonFile.write(
                file,
                Comparisons.of(
                        rows,
                        new CompareConfig(
                                Optional.of("a"),
                                Alternative.TWO_SIDED,
                                List.of(new MetricName(Metric.AUC, false))),
                        new ProtocolConfig(Profile.RIGOROUS, 2, 1),
                        Set.of()));

        assertThat(file)
                .hasContent(
                        """
                        dataset,evaluator,metric,arm,reference,mean,difference,ci_low,ci_high,test,alternative,p,p_holm,effect,reference_mean,two_sided_p,shift,n,patients_low,patients_high,note
                        busi,fine-tune,auc,b,a,0.375,-0.25,,,corrected-resampled-t,two-sided,,,-1.0,0.625,,,2,,,all differences are the same: they have no spread to test with
                        """);
    }
}
