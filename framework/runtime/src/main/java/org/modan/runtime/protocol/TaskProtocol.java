/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;
import org.modan.runtime.experiment.FoldImportConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * What an experiment does with a task: the folds are drawn, or those that were published. Images
 * that make no task are refused.
 *
 * @param place what messages call the task
 * @param task whose folds they are
 * @param protocol of the experiment
 * @param seed of the experiment
 */
public record TaskProtocol(String place, TaskConfig task, ProtocolConfig protocol, Seed seed) {

    private static final int CLASSES = 2;

    public TaskProtocol {
        requireNonNull(place, "place is null");
        requireNonNull(task, "task is null");
        requireNonNull(protocol, "protocol is null");
        requireNonNull(seed, "seed is null");
    }

    /**
     * @param classes names of the classes
     * @param samples with labels, where they have any, of these classes
     * @param skipped ids of images of the dataset that are left out; published lists may name them
     * @param warnings hears what does not keep the folds from being used
     * @throws ModanException if these images are no task, or cannot be parted into these folds
     */
    public FoldPlan folds(
            List<String> classes,
            List<Sample> samples,
            List<String> skipped,
            Consumer<String> warnings) {
        refuseWhatIsNoTask(classes, samples);
        FoldPlan plan =
                task.folds()
                        .map(lists -> published(lists, classes, samples, skipped, warnings))
                        .orElseGet(() -> drawn(classes, samples));
        FoldLint lint = new FoldLint(plan, samples);
        lint.partedPatients().ifPresent(text -> judge(text, warnings));
        lint.imagesOfUnknownPatients().ifPresent(warnings);
        return plan;
    }

    private void refuseWhatIsNoTask(List<String> classes, List<Sample> samples) {
        if (classes.size() != CLASSES) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "%s: a task needs two classes, this one has %d (%s)"
                            .formatted(place, classes.size(), String.join(", ", classes)));
        }
        List<String> unlabelled =
                samples.stream()
                        .filter(sample -> sample.label().isEmpty())
                        .map(Sample::id)
                        .toList();
        if (!unlabelled.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "%s: %d of %d images %s no label, such as %s; a task needs one for every image"
                            .formatted(
                                    place,
                                    unlabelled.size(),
                                    samples.size(),
                                    unlabelled.size() == 1 ? "has" : "have",
                                    unlabelled.get(0)));
        }
    }

    private FoldPlan drawn(List<String> classes, List<Sample> samples) {
        return new FoldPlanner()
                .plan(
                        place,
                        samples,
                        classes,
                        protocol.folds(),
                        protocol.repeats(),
                        protocol.profile() == Profile.RIGOROUS,
                        seed.derive("task", task.id()));
    }

    private FoldPlan published(
            FoldImportConfig config,
            List<String> classes,
            List<Sample> samples,
            List<String> skipped,
            Consumer<String> warnings) {
        FoldLists lists = FoldLists.read(place, config.folder(), config.prefix());
        if (lists.folds() != protocol.folds()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: %s lists %d folds, but protocol.folds is %d; set that to %d"
                            .formatted(
                                    place,
                                    config.folder(),
                                    lists.folds(),
                                    protocol.folds(),
                                    lists.folds()));
        }
        if (protocol.profile() == Profile.RIGOROUS && protocol.repeats() > 1) {
            warnings.accept(
                    "folds that are listed are not redrawn: its %d repeats differ in training alone"
                            .formatted(protocol.repeats()));
        }
        return new FoldImport(place, lists, samples, skipped, classes)
                .plan(protocol.repeats(), warnings);
    }

    /** Only folds that were published part patients; who takes them must say that it is known. */
    private void judge(String partedPatients, Consumer<String> warnings) {
        if (task.folds().filter(FoldImportConfig::sharedPatients).isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: %s; draw the folds (remove folds), or, knowing that the scores mean little, set folds.shared-patients: true"
                            .formatted(place, partedPatients));
        }
        warnings.accept(partedPatients);
    }
}
