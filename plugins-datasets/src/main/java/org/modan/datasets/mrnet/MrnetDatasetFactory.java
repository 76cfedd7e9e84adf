/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.Problems;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Opens MRNet as published: volumes of 1250 knee MR exams, of which slices become images. */
public final class MrnetDatasetFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT =
            Option.path("root", "the folder MRNet-v1.0, the one that holds it, or that of a list");
    static final Option<String> TASK =
            Option.choice("task", "what an exam is labelled for", "acl", "abnormal", "meniscus")
                    .withDefault("acl");
    static final Option<String> PLANE =
            Option.choice(
                            "plane",
                            "which volume of an exam; a list names its own",
                            "axial",
                            "coronal",
                            "sagittal")
                    .withDefault("sagittal");
    static final Option<String> PART =
            Option.choice("part", "which published part to use", "train", "valid", "both")
                    .withDefault("both");
    static final Option<List<String>> SLICES =
            Option.textOrList("slices", "of each volume, such as middle or [18, 19]")
                    .where(SliceChoice.EXPECTED, SliceChoice::isValid)
                    .withDefault(List.of("middle"));
    static final Option<Path> SLICE_LIST =
            Option.path(
                            "slice-list",
                            "a CSV filename,acl_label of slices such as 1054_sagittal_19.000000.png, instead of plane and slices")
                    .optional();

    @Override
    public String name() {
        return "mrnet";
    }

    @Override
    public String summary() {
        return "Knee MR, torn or intact: MRNet's volumes in their published layout, or slices listed of them.";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Bien et al., Deep-Learning-Assisted Diagnosis for Knee Magnetic Resonance Imaging: Development and Retrospective Validation of MRNet, PLoS Medicine 15(11), 2018");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, TASK, PLANE, PART, SLICES, SLICE_LIST);
    }

    @Override
    public List<Option<?>> labelOptions() {
        return List.of(TASK, PLANE, PART, SLICES);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        DatasetRoot root =
                new DatasetRoot(
                        name(),
                        "the dataset's folder MRNet-v1.0, or the one that holds it",
                        options.get(ROOT));
        MrnetTask task = MrnetTask.of(options.get(TASK));
        String part = options.get(PART);
        List<String> parts = part.equals("both") ? MrnetTree.PARTS : List.of(part);
        Optional<Path> list = options.find(SLICE_LIST);
        if (list.isPresent()) {
            return new ListedSlices(root, new SliceList(list.get(), task), task).dataset(parts);
        }
        Problems problems = new Problems("mrnet");
        return new Exams(MrnetTree.below(root, problems), task, problems, context)
                .dataset(parts, options.get(PLANE), SliceChoice.parse(options.get(SLICES)));
    }
}
