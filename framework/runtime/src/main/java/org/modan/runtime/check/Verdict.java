/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.BadImages;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/** What follows for an experiment from what was found. */
final class Verdict {

    private Verdict() {}

    /** Why a dataset cannot be used as far as its files go, if it cannot. */
    static Optional<String> problem(
            DatasetInfo info, List<Sample> samples, Survey survey, OnBadImage onBadImage) {
        if (onBadImage == OnBadImage.SKIP) {
            return BadImages.problem(info, samples, survey.unreadable());
        }
        if (survey.readable() == 0) {
            return Optional.of("none of the %d images can be read".formatted(samples.size()));
        }
        return survey.unreadable().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%d of %d images cannot be read: mend them, replace them from the original archive, or take them out"
                                .formatted(survey.unreadable().size(), samples.size()));
    }

    /** What does not keep a dataset from being used, but may keep its results from being right. */
    static List<String> warnings(
            Map<String, Integer> classes,
            Groups groups,
            List<String> flat,
            List<CopySet> copies,
            NearPairs near) {
        List<String> warnings = new ArrayList<>();
        classes.forEach(
                (name, images) -> {
                    if (images == 0) {
                        warnings.add("no image is of class %s".formatted(name));
                    }
                });
        List<String> present =
                classes.keySet().stream().filter(name -> classes.get(name) > 0).toList();
        if (present.size() == 1) {
            warnings.add(
                    "all labels are %s: this serves as a corpus, but a task needs two classes"
                            .formatted(present.get(0)));
        }
        if (groups.groups() > 0 && groups.imagesWithout() > 0) {
            warnings.add(
                    groups.imagesWithout() == 1
                            ? "1 image has no group and is taken for a patient of its own"
                            : "%d images have no group, and each is taken for a patient of its own"
                                    .formatted(groups.imagesWithout()));
        }
        if (!flat.isEmpty()) {
            warnings.add(
                    flat.size() == 1
                            ? "1 image shows next to nothing"
                            : "%d images show next to nothing".formatted(flat.size()));
        }
        long contradictions = copies.stream().filter(CopySet::acrossClasses).count();
        if (contradictions > 0) {
            warnings.add(
                    "%s of identical images of different classes: at least one label is wrong"
                            .formatted(sets(contradictions)));
        }
        long leaks = copies.stream().filter(CopySet::acrossGroups).count();
        if (leaks > 0) {
            warnings.add(
                    "%s of identical images of different groups: folds may train and test on the same image"
                            .formatted(sets(leaks)));
        }
        if (near.acrossClasses() > 0) {
            warnings.add(
                    "%s of different classes: look at their labels"
                            .formatted(pairs(near.acrossClasses())));
        }
        if (near.acrossGroups() > 0) {
            warnings.add(
                    "%s of different groups: folds may train and test on the same view"
                            .formatted(pairs(near.acrossGroups())));
        }
        boolean any = !copies.isEmpty() || near.pairs() > 0;
        if (groups.groups() == 0 && any) {
            warnings.add(
                    "no groups are known, so folds may train on an image and test on its copy or its neighbour");
        }
        return warnings;
    }

    /** What an experiment that leaves out images that cannot be read has to know of them. */
    static Optional<String> warning(int images, Survey survey, OnBadImage onBadImage) {
        boolean some = !survey.unreadable().isEmpty() && survey.readable() > 0;
        return some && onBadImage == OnBadImage.SKIP
                ? Optional.of(BadImages.warning(images, survey.unreadable()))
                : Optional.empty();
    }

    private static String sets(long number) {
        return number == 1 ? "1 set" : number + " sets";
    }

    private static String pairs(long number) {
        return number == 1 ? "1 near-identical pair" : number + " near-identical pairs";
    }
}
