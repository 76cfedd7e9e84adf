/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

/**
 * What all images of a phantom dataset have in common.
 *
 * @param task purpose of the dataset; datasets of different purpose share no patient
 * @param patients how many there are
 * @param imagesPerPatient how many images each has
 * @param size pixels a side
 * @param seed of everything drawn
 * @param difficulty 0 to 1: how much lesions of the two kinds resemble each other
 */
record PhantomSettings(
        PhantomTask task,
        int patients,
        int imagesPerPatient,
        int size,
        long seed,
        double difficulty) {}
