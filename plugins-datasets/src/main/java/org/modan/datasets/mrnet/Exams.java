/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.List;
import java.util.Map;
import org.modan.datasets.files.Few;
import org.modan.datasets.files.Problems;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.PluginContext;

/** The same slices of all labelled exams: the dataset as it was published. */
final class Exams {

    private final MrnetTree tree;
    private final MrnetTask task;
    private final Problems problems;
    private final PluginContext context;
    private final SliceSamples samples = new SliceSamples();

    Exams(MrnetTree tree, MrnetTask task, Problems problems, PluginContext context) {
        this.tree = tree;
        this.task = task;
        this.problems = problems;
        this.context = context;
    }

    /**
     * @throws org.modan.spi.ModanException naming all that keeps exams from being read
     */
    DatasetAdapter dataset(List<String> parts, String plane, SliceChoice choice) {
        for (String part : parts) {
            addPart(part, plane, choice);
        }
        problems.refuse(tree.home() + " cannot be used as it is");
        String what = "MRNet %s, %s, slices: %s".formatted(task.word(), plane, choice);
        return samples.dataset(what, task, tree.notBytes());
    }

    private void addPart(String part, String plane, SliceChoice choice) {
        LabelFile file = new LabelFile(tree.home(), part, task);
        Map<String, Integer> labels = file.read(problems);
        List<String> exams = tree.exams(part, plane);
        List<String> unlabelled = exams.stream().filter(exam -> !labels.containsKey(exam)).toList();
        if (!unlabelled.isEmpty() && !labels.isEmpty()) {
            context.warn(
                    "mrnet: %d volumes of %s/%s are not in %s and were left out: %s"
                            .formatted(
                                    unlabelled.size(),
                                    part,
                                    plane,
                                    file.name(),
                                    Few.of(unlabelled)));
        }
        labels.forEach(
                (exam, label) -> {
                    String id = MrnetTree.idOf(part, plane, exam);
                    if (!tree.holds(id)) {
                        problems.add(
                                "volumes that %s names are not there".formatted(file.name()), id);
                        return;
                    }
                    tree.volume(id)
                            .ifPresent(volume -> addExam(part, plane, exam, label, volume, choice));
                });
    }

    private void addExam(
            String part,
            String plane,
            String exam,
            int label,
            GreyVolume volume,
            SliceChoice choice) {
        for (int index : choice.of(volume.slices())) {
            if (index < volume.slices()) {
                samples.add(part, plane, exam, label, new Slice(volume, index));
            } else {
                problems.add(
                        "volumes have no slice %d, counted from 0".formatted(index),
                        "%s (%d slices)"
                                .formatted(MrnetTree.idOf(part, plane, exam), volume.slices()));
            }
        }
    }
}
