/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/**
 * Makes published lists the folds of a task: each image is tested where its list says, and a fold
 * is fitted on all images that are tested in another. Images are found by their file's name.
 *
 * <p>Whatever keeps the lists from being these folds is an error, all of it told at once: a listed
 * image that is not there, one tested twice, a label that differs. Images in no list are left out,
 * with a warning.
 */
final class FoldImport {

    private static final int NOWHERE = -1;

    private final String task;
    private final FoldLists lists;
    private final List<Sample> samples;
    private final Set<String> skipped;
    private final List<String> classes;
    private final Set<String> listedButSkipped = new LinkedHashSet<>();

    /** Kind of problem -> file name -> where it was met first: an image stands in many lists. */
    private final Map<String, Map<String, String>> problems = new LinkedHashMap<>();

    /**
     * @param task what messages call it
     * @param samples all labelled, with labels {@code 0..classes.size()-1}
     * @param skipped ids of images of the dataset that are left out; the lists may name them
     * @param classes names of the classes
     */
    public FoldImport(
            String task,
            FoldLists lists,
            List<Sample> samples,
            Collection<String> skipped,
            List<String> classes) {
        this.task = requireNonNull(task, "task is null");
        this.lists = requireNonNull(lists, "lists is null");
        this.samples = List.copyOf(samples);
        this.skipped = new TreeSet<>(skipped.stream().map(FoldLists::fileName).toList());
        this.classes = List.copyOf(classes);
    }

    /**
     * The same folds for every repeat.
     *
     * @param warnings hears what the lists leave out
     * @throws ModanException naming every mismatch between the lists and the images
     */
    public FoldPlan plan(int repeats, Consumer<String> warnings) {
        Map<String, Integer> byFileName = byFileName();
        int[] foldOf = new int[samples.size()];
        Arrays.fill(foldOf, NOWHERE);
        for (int fold = 0; fold < lists.folds(); fold++) {
            for (FoldLists.Entry entry : lists.test(fold)) {
                Integer sample = byFileName.get(entry.fileName());
                if (sample == null) {
                    missing(entry);
                } else if (foldOf[sample] != NOWHERE) {
                    problem("tested twice", entry);
                } else {
                    foldOf[sample] = fold;
                    checkLabel(sample, entry);
                }
            }
        }
        checkFitted(byFileName, foldOf);
        refuseProblems();
        int[][] everyRepeat = new int[repeats][];
        Arrays.fill(everyRepeat, foldOf);
        FoldPlan plan =
                new FoldPlan(samples.stream().map(Sample::id).toList(), lists.folds(), everyRepeat);
        FoldPlanner.oneSided(plan, samples, classes)
                .ifPresent(
                        what -> {
                            throw new ModanException(
                                    ErrorCode.CONFIGURATION,
                                    "%s: %s of the lists in %s (folds count from 0), and without both classes there is no AUC; mend the lists or remove folds"
                                            .formatted(task, what, lists.folder()));
                        });
        if (!listedButSkipped.isEmpty()) {
            warnings.accept(
                    "left out of the fold lists, as they cannot be read: "
                            + Counted.text(List.copyOf(listedButSkipped)));
        }
        warnOfImagesInNoList(foldOf, warnings);
        return plan;
    }

    private Map<String, Integer> byFileName() {
        Map<String, Integer> byName = new TreeMap<>();
        Set<String> ambiguous = new TreeSet<>();
        for (int i = 0; i < samples.size(); i++) {
            String name = FoldLists.fileName(samples.get(i).id());
            if (byName.put(name, i) != null || skipped.contains(name)) {
                ambiguous.add(name);
            }
        }
        if (!ambiguous.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "%s: lists find images by file name, but several are named %s; remove folds"
                            .formatted(task, Counted.text(List.copyOf(ambiguous))));
        }
        return byName;
    }

    private void checkLabel(int sample, FoldLists.Entry entry) {
        String label = classes.get(samples.get(sample).label().orElseThrow());
        if (!label.equalsIgnoreCase(entry.label())) {
            problem("%s in the dataset, but %s in its list".formatted(label, entry.label()), entry);
        }
    }

    /** The lists of what a fold is fitted on say nothing new, but they may contradict. */
    private void checkFitted(Map<String, Integer> byFileName, int[] foldOf) {
        for (int fold = 0; fold < lists.folds(); fold++) {
            for (FoldLists.Entry entry : lists.fitted(fold)) {
                Integer sample = byFileName.get(entry.fileName());
                if (sample == null) {
                    missing(entry);
                } else if (foldOf[sample] == fold) {
                    problem("fitted on and tested on in one fold", entry);
                } else if (foldOf[sample] == NOWHERE) {
                    problem("fitted on, but tested in no fold", entry);
                } else {
                    checkLabel(sample, entry);
                }
            }
        }
    }

    private void missing(FoldLists.Entry entry) {
        if (skipped.contains(entry.fileName())) {
            listedButSkipped.add(entry.fileName());
        } else {
            problem("listed, but not in the dataset", entry);
        }
    }

    private void problem(String kind, FoldLists.Entry entry) {
        problems.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                .putIfAbsent(
                        entry.fileName(), "%s (%s)".formatted(entry.fileName(), entry.place()));
    }

    private void refuseProblems() {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        message.append(
                "%s: the fold lists in %s do not fit the images".formatted(task, lists.folder()));
        problems.forEach(
                (kind, places) ->
                        message.append(
                                "\n  %s: %s"
                                        .formatted(
                                                kind, Counted.all(List.copyOf(places.values())))));
        message.append(
                "\nset root and options of the dataset as the lists mean it, or remove folds");
        throw new ModanException(ErrorCode.CONFIGURATION, message.toString());
    }

    private void warnOfImagesInNoList(int[] foldOf, Consumer<String> warnings) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < foldOf.length; i++) {
            if (foldOf[i] == NOWHERE) {
                left.add(samples.get(i).id());
            }
        }
        if (!left.isEmpty()) {
            warnings.accept("left out, as they are in no fold list: " + Counted.text(left));
        }
    }
}
