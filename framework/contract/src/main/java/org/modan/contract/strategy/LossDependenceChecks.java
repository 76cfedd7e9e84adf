/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.CorpusInfo;
import org.modan.spi.MetadataField;
import org.modan.spi.Objective;

/** That an objective depends on metadata and classes only if it says so. */
final class LossDependenceChecks {

    private static final int IMAGES = 7;
    private static final String ON_METADATA =
            "usesMetadata() is false, so the host would reuse an encoder trained with other fields; let it be true";
    private static final String ON_CLASSES =
            "usesClasses() is false, so the host would reuse an encoder trained with other labels; let it be true";

    private final StrategySubject subject;

    LossDependenceChecks(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check(
                        "its loss looks at metadata only if it says so",
                        this::looksAtMetadataOnlyIfItSaysSo),
                new Check(
                        "its loss looks at classes only if it says so",
                        this::looksAtClassesOnlyIfItSaysSo));
    }

    private void looksAtMetadataOnlyIfItSaysSo() {
        Objective objective = subject.objective();
        if (objective.usesMetadata()) {
            return;
        }
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        LossValue value = probe.measure(outputs, mixed());
        for (BatchTargets.Kind kind : BatchTargets.Kind.values()) {
            value.requireSame(
                    probe.measure(outputs, mixed().withMetadataOf(batch(kind))),
                    "the same batch with other metadata",
                    ON_METADATA);
        }
        value.requireSame(
                withoutFields(outputs),
                "the same batch in an experiment that names no metadata field",
                ON_METADATA);
    }

    private LossValue withoutFields(Outputs outputs) {
        CorpusInfo corpus = subject.corpus();
        CorpusInfo fieldless = counted(corpus, List.of(), corpus.classes());
        try {
            return new LossProbe(subject.about(fieldless).objective())
                    .measure(outputs, mixed().withoutFields());
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "it fails where an experiment names no metadata field (%s); usesMetadata() is false, so it need not name one"
                            .formatted(e),
                    e);
        }
    }

    private void looksAtClassesOnlyIfItSaysSo() {
        Objective objective = subject.objective();
        if (objective.usesClasses()) {
            return;
        }
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        LossValue value = probe.measure(outputs, mixed());
        long[] none = new long[IMAGES];
        Arrays.fill(none, -1);
        for (long[] classes : List.of(batch(BatchTargets.Kind.ALIKE).classes(), none)) {
            value.requireSame(
                    probe.measure(outputs, mixed().withClasses(classes)),
                    "the same batch with other classes",
                    ON_CLASSES);
        }
        Objective ofMore = subject.about(withMoreClasses()).objective();
        if (outputs(ofMore).width() != outputs.width()) {
            throw new ContractViolation(
                    "its head gives %d numbers a view, but %d where the corpus has other classes: %s"
                            .formatted(outputs.width(), outputs(ofMore).width(), ON_CLASSES));
        }
        value.requireSame(
                new LossProbe(ofMore).measure(outputs, mixed()),
                "the same batch of a corpus with other classes",
                ON_CLASSES);
    }

    private CorpusInfo withMoreClasses() {
        CorpusInfo corpus = subject.corpus();
        List<String> classes = new ArrayList<>(corpus.classes());
        classes.add("another");
        classes.add("yet another");
        return counted(corpus, corpus.fields(), classes);
    }

    /** With an image of every class: what was counted in the corpus is not known of others. */
    private static CorpusInfo counted(
            CorpusInfo corpus, List<MetadataField> fields, List<String> classes) {
        return CorpusInfo.of(corpus.images(), fields, classes)
                .withImagesPerClass(classes.stream().map(name -> 1).toList());
    }

    private static Outputs outputs(Objective objective) {
        return StrategySubject.outputs(objective, IMAGES);
    }

    private BatchTargets mixed() {
        return batch(BatchTargets.Kind.MIXED);
    }

    private BatchTargets batch(BatchTargets.Kind kind) {
        return kind.of(subject.corpus(), IMAGES);
    }
}
