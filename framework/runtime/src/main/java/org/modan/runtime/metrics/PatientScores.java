/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels and scores of patients, made from those of their images: the score is the mean over the
 * patient's images, and the label is 1 if that of any image is.
 *
 * @param labels 0 or 1, in the order in which patients first occur
 * @param scores one for each label
 */
record PatientScores(int[] labels, double[] scores) {

    /**
     * @param groups the patient of each image; an image whose patient is not known, an empty text,
     *     stands for a patient of its own
     * @param labels 0 or 1, of each image
     * @param scores finite, of each image
     * @throws IllegalArgumentException if lengths differ or a score is no number
     */
    public static PatientScores of(List<String> groups, int[] labels, double[] scores) {
        ScoredLabels all = new ScoredLabels(labels, scores);
        if (groups.size() != all.size()) {
            throw new IllegalArgumentException(
                    "%d groups but %d scores".formatted(groups.size(), all.size()));
        }
        Map<String, Integer> positions = new LinkedHashMap<>();
        int[] patient = new int[all.size()];
        int patients = 0;
        for (int i = 0; i < patient.length; i++) {
            Integer known = groups.get(i).isEmpty() ? null : positions.get(groups.get(i));
            patient[i] = known == null ? patients++ : known;
            if (known == null && !groups.get(i).isEmpty()) {
                positions.put(groups.get(i), patient[i]);
            }
        }
        int[] counts = new int[patients];
        int[] anyLabel = new int[patients];
        double[] means = new double[patients];
        for (int i = 0; i < patient.length; i++) {
            counts[patient[i]]++;
            anyLabel[patient[i]] = Math.max(anyLabel[patient[i]], all.label(i));
            means[patient[i]] += all.score(i);
        }
        for (int i = 0; i < patients; i++) {
            means[i] /= counts[i];
        }
        return new PatientScores(anyLabel, means);
    }
}
