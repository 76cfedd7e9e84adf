/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.FileDataset;
import org.modan.datasets.files.Problems;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/**
 * The slices of a list: the files it names where there is any of them, else cut from the volumes.
 * The two are never mixed, as a file may have been made otherwise than a slice is cut here.
 */
final class ListedSlices {

    private final DatasetRoot root;
    private final SliceList list;
    private final MrnetTask task;
    private final Problems problems = new Problems("mrnet");

    ListedSlices(DatasetRoot root, SliceList list, MrnetTask task) {
        this.root = root;
        this.list = list;
        this.task = task;
    }

    /**
     * @param parts where volumes are looked for
     * @throws org.modan.spi.ModanException naming all slices that are not to be had
     */
    DatasetAdapter dataset(List<String> parts) {
        List<SliceList.Entry> entries = list.read(problems);
        boolean ready = entries.stream().anyMatch(entry -> Files.exists(fileOf(entry)));
        return ready ? files(entries) : cut(entries, parts);
    }

    private DatasetAdapter files(List<SliceList.Entry> entries) {
        List<Sample> samples = new ArrayList<>();
        for (SliceList.Entry entry : entries) {
            if (!Files.isRegularFile(fileOf(entry))) {
                problems.add("images are not there", entry.fileName());
                continue;
            }
            samples.add(
                    Sample.withId(entry.fileName())
                            .group(entry.name().exam())
                            .label(entry.label())
                            .metadata(Knee.METADATA)
                            .metadata("plane", entry.name().plane())
                            .build());
        }
        refuse();
        long exams = entries.stream().map(entry -> entry.name().exam()).distinct().count();
        String description =
                "%s: %d images of %d exams, as files".formatted(what(), samples.size(), exams);
        DatasetInfo info =
                DatasetInfo.of(
                        description, task.classes(), List.of("modality", "anatomy", "plane"));
        return new FileDataset(root.path(), info, samples);
    }

    private DatasetAdapter cut(List<SliceList.Entry> entries, List<String> parts) {
        MrnetTree tree = MrnetTree.below(root, problems);
        SliceSamples samples = new SliceSamples();
        for (SliceList.Entry entry : entries) {
            SliceName name = entry.name();
            Optional<String> part =
                    parts.stream()
                            .filter(p -> tree.holds(MrnetTree.idOf(p, name.plane(), name.exam())))
                            .findFirst();
            if (part.isEmpty()) {
                problems.add(
                        "slices have neither an image nor a volume in %s"
                                .formatted(String.join(" or ", parts)),
                        entry.fileName());
                continue;
            }
            tree.volume(MrnetTree.idOf(part.get(), name.plane(), name.exam()))
                    .filter(volume -> isWithin(volume, entry))
                    .ifPresent(
                            volume ->
                                    samples.add(
                                            part.get(),
                                            name.plane(),
                                            name.exam(),
                                            entry.label(),
                                            new Slice(volume, name.slice())));
        }
        refuse();
        return samples.dataset(what() + ", cut from volumes", task, tree.notBytes());
    }

    private boolean isWithin(GreyVolume volume, SliceList.Entry entry) {
        boolean within = entry.name().slice() < volume.slices();
        if (!within) {
            problems.add(
                    "slices lie beyond the end of their volume, counted from 0",
                    "%s (%d slices)".formatted(entry.fileName(), volume.slices()));
        }
        return within;
    }

    private void refuse() {
        problems.refuse(
                "the slices of %s cannot be read from %s".formatted(list.fileName(), root.path()));
    }

    private String what() {
        return "MRNet %s slices of %s".formatted(task.word(), list.fileName());
    }

    private Path fileOf(SliceList.Entry entry) {
        return root.path().resolve(entry.fileName());
    }
}
