/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.modan.spi.Digests;

/**
 * Which sample is tested in which fold of which repeat. Written once for a task and shared by all
 * arms, so that differences between them are differences on the same splits.
 */
public final class FoldPlan {

    private final List<String> samples;
    private final int folds;
    private final int[][] foldOf;

    /**
     * @param samples the ids, in the dataset's order
     * @param folds how many folds each repeat has
     * @param foldOf the fold of each sample, by repeat; -1 to leave it out
     */
    FoldPlan(List<String> samples, int folds, int[][] foldOf) {
        this.samples = List.copyOf(samples);
        this.folds = folds;
        this.foldOf = foldOf;
    }

    public int repeats() {
        return foldOf.length;
    }

    public int folds() {
        return folds;
    }

    /** The fold in which a sample is tested; -1 for one that is left out altogether. */
    public int foldOf(int repeat, int sample) {
        return foldOf[repeat][sample];
    }

    /** Indices of the samples a fold is tested on, ascending. */
    public int[] test(int repeat, int fold) {
        return IntStream.range(0, samples.size())
                .filter(sample -> foldOf[repeat][sample] == fold)
                .toArray();
    }

    /** Indices of the samples a fold is fitted on, ascending. */
    public int[] train(int repeat, int fold) {
        return IntStream.range(0, samples.size())
                .filter(sample -> foldOf[repeat][sample] != fold && foldOf[repeat][sample] >= 0)
                .toArray();
    }

    /** A digest of one repeat's partition. */
    public String digest(int repeat) {
        List<String> lines = new ArrayList<>();
        for (int sample = 0; sample < samples.size(); sample++) {
            lines.add(samples.get(sample) + "\u001f" + foldOf[repeat][sample]);
        }
        return Digests.ofText(String.join("\n", lines));
    }

    @Override
    public String toString() {
        return "FoldPlan[%d samples, %d folds, %d repeats, %s]"
                .formatted(samples.size(), folds, repeats(), Arrays.toString(foldOf[0]));
    }
}
