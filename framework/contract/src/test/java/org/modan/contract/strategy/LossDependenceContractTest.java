/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.Test;
import org.modan.nn.layer.Linear;
import org.modan.nn.loss.Loss;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.nn.loss.NtXentLoss;
import org.modan.nn.loss.SupConLoss;
import org.modan.spi.Initialization;

class LossDependenceContractTest {

    private static final String METADATA = "its loss looks at metadata only if it says so";
    private static final String CLASSES = "its loss looks at classes only if it says so";

    @Test
    void metadataIsOwnedUpTo() {
        MulSupConLoss loss = new MulSupConLoss(0.1, 0.3);

        assertThat(new TestObjective().loss(loss).verdicts().violation(METADATA))
                .contains(" for the same batch with other metadata: ")
                .endsWith(
                        ": usesMetadata() is false, so the host would reuse an encoder trained with other fields; let it be true");
        assertThat(new TestObjective().usingMetadata().loss(loss).verdicts().violated()).isEmpty();
    }

    @Test
    void anExperimentMayNameNoField() {
        Loss firstField =
                (outputs, targets) -> {
                    targets.metadata().get(":,0");
                    return outputs.square().sum();
                };

        assertThat(new TestObjective().loss(firstField).verdicts().violation(METADATA))
                .startsWith("it fails where an experiment names no metadata field (");
    }

    @Test
    void classesAreOwnedUpTo() {
        SupConLoss loss = new SupConLoss(0.1);

        assertThat(new TestObjective().loss(loss).verdicts().violation(CLASSES))
                .contains(" for the same batch with other classes: ")
                .endsWith(
                        ": usesClasses() is false, so the host would reuse an encoder trained with other labels; let it be true");
        assertThat(new TestObjective().usingClasses().loss(loss).verdicts().violated()).isEmpty();
    }

    @Test
    void aGradientThatDependsOnMetadataIsADependence() {
        Loss hidden =
                (outputs, targets) -> {
                    NDArray weight = targets.metadata().sum().toType(DataType.FLOAT32, false);
                    NDArray nothing = outputs.sum().sub(outputs.stopGradient().sum());
                    return outputs.square().sum().add(nothing.mul(weight));
                };

        assertThat(new TestObjective().loss(hidden).verdicts().violation(METADATA))
                .contains("for the same batch with other metadata, with another gradient: ");
    }

    @Test
    void aHeadMadeForTheClassesIsADependence() {
        TestStrategy fitted =
                TestStrategy.starting(
                        corpus ->
                                Initialization.train(
                                        new TestObjective()
                                                .head(
                                                        features ->
                                                                new Linear(
                                                                        features,
                                                                        corpus.classes().size()))));

        assertThat(fitted.verdicts().violation(CLASSES))
                .isEqualTo(
                        "its head gives 4 numbers a view, but 6 where the corpus has other classes: usesClasses() is false, so the host would reuse an encoder trained with other labels; let it be true");
    }

    @Test
    void whatIsTakenFromTheCorpusIsADependence() {
        TestStrategy fieldwise =
                TestStrategy.starting(
                        corpus ->
                                Initialization.train(
                                        new TestObjective()
                                                .loss(
                                                        new NtXentLoss(
                                                                0.1 + corpus.fields().size()))));
        TestStrategy classwise =
                TestStrategy.starting(
                        corpus ->
                                Initialization.train(
                                        new TestObjective()
                                                .loss(
                                                        new NtXentLoss(
                                                                0.1 + corpus.classes().size()))));

        assertThat(fieldwise.verdicts().violation(METADATA))
                .contains("for the same batch in an experiment that names no metadata field: ");
        assertThat(classwise.verdicts().violation(CLASSES))
                .contains("for the same batch of a corpus with other classes: ");
    }
}
