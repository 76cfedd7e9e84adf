/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

class DatasetOpenerTest {

    @Test
    void refusesADatasetWithoutImages() {
        assertThatThrownBy(() -> PaintedFactory.open(new PaintedDataset("a", "b")))
                .isInstanceOf(ModanException.class)
                .hasMessage("corpus: no images in it");
    }

    @Test
    void refusesTwoImagesOfOneName() {
        PaintedDataset twice =
                new PaintedDataset("a", "b")
                        .add(Sample.withId("x.png").label(0).build(), 1)
                        .add(Sample.withId("x.png").label(1).build(), 2);

        assertThatThrownBy(() -> PaintedFactory.open(twice))
                .hasMessage("corpus: two images are called x.png; ids must be unique");
    }

    @Test
    void refusesALabelWithoutAClass() {
        PaintedDataset foreign =
                new PaintedDataset("a", "b").add(Sample.withId("x.png").label(2).build(), 1);

        assertThatThrownBy(() -> PaintedFactory.open(foreign))
                .hasMessage("corpus: x.png has label 2, but there are 2 classes");
    }

    @Test
    void aPluginThatFailsIsNamed() {
        DatasetAdapterFactory failing = failing(() -> new IllegalStateException("oops"));

        assertThatThrownBy(() -> open(failing))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN))
                .hasMessage(
                        "corpus: plugin painter 1.0 (painter.jar): IllegalStateException: oops; report this to the plugin's author");
    }

    @Test
    void whatAPluginSaysToItsUserIsLeftAsItIs() {
        DatasetAdapterFactory refusing =
                failing(() -> new ModanException(ErrorCode.DATASET, "painted: no canvas"));

        assertThatThrownBy(() -> open(refusing))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage("corpus: painted: no canvas");
    }

    private static OpenDataset open(DatasetAdapterFactory factory) {
        return PaintedFactory.open(
                factory, Path.of("no-cache"), OnBadImage.FAIL, new RecordingPluginContext());
    }

    private static DatasetAdapterFactory failing(Supplier<RuntimeException> failure) {
        return new DatasetAdapterFactory() {
            @Override
            public String name() {
                return "painted";
            }

            @Override
            public String summary() {
                return "cannot be opened";
            }

            @Override
            public DatasetAdapter open(Options options, PluginContext context) {
                throw failure.get();
            }
        };
    }

    @Test
    void theDigestKnowsEverythingThatMatters() {
        DatasetDigest original = digest(Sample.withId("x").label(0).metadata("modality", "CT"), 5);

        assertThat(digest(Sample.withId("x").label(0).metadata("modality", "CT"), 5))
                .isEqualTo(original);
        assertThat(digest(Sample.withId("x").label(0).metadata("modality", "CT"), 6))
                .isNotEqualTo(original);
        assertThat(digest(Sample.withId("y").label(0).metadata("modality", "CT"), 5).index())
                .isNotEqualTo(original.index());
        assertThat(digest(Sample.withId("x").label(1).metadata("modality", "CT"), 5).index())
                .isNotEqualTo(original.index());
        assertThat(digest(Sample.withId("x").label(0).metadata("modality", "MR"), 5).index())
                .isNotEqualTo(original.index());
        assertThat(digest(Sample.withId("x").label(0).group("p"), 5).index())
                .isNotEqualTo(original.index());
    }

    @Test
    void theCacheIsSharedByDatasetsThatDifferInLabelsOnly() {
        assertThat(digest(Sample.withId("x").label(1), 5).images())
                .isEqualTo(digest(Sample.withId("x").label(0), 5).images());
    }

    private static DatasetDigest digest(Sample.Builder sample, int grey) {
        return PaintedFactory.open(new PaintedDataset("a", "b").add(sample.build(), grey)).digest();
    }
}
