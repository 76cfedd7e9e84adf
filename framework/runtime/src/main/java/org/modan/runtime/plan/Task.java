/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.protocol.FoldPlan;

/**
 * A downstream task.
 *
 * @param id what the experiment calls it
 * @param dataset labelled images of two classes
 * @param folds who is tested when; shared by all arms
 */
public record Task(String id, OpenDataset dataset, FoldPlan folds) {

    /** The label of a sample, 0 or 1. */
    public int label(int sample) {
        return dataset.samples().get(sample).label().orElseThrow();
    }
}
