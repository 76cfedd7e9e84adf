/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.modan.runtime.data.Unreadable;
import org.modan.runtime.protocol.TaskProtocol;
import org.modan.spi.DatasetInfo;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/** Parts a dataset into the folds of the tasks that it is to be, as planning them would. */
final class TaskTrial {

    private final List<String> classes;
    private final List<Sample> samples;
    private final List<String> skipped;

    /**
     * @param samples of the dataset, labels within its classes
     * @param skipped those that the experiment leaves out
     */
    TaskTrial(DatasetInfo info, List<Sample> samples, List<Unreadable> skipped) {
        requireNonNull(info, "info is null");
        this.classes = info.classes();
        this.skipped = skipped.stream().map(Unreadable::id).toList();
        Set<String> gone = new HashSet<>(this.skipped);
        this.samples = samples.stream().filter(sample -> !gone.contains(sample.id())).toList();
    }

    /**
     * Why it cannot be one or another of the tasks, in words.
     *
     * @param warnings hears what does not keep it from being one
     */
    List<String> problems(List<TaskProtocol> tasks, Consumer<String> warnings) {
        List<String> problems = new ArrayList<>();
        for (TaskProtocol task : tasks) {
            try {
                task.folds(
                        classes,
                        samples,
                        skipped,
                        text -> warnings.accept("%s: %s".formatted(task.place(), text)));
            } catch (ModanException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }
}
