/**
 * Numpy's {@code .npy} files: what their header tells, and the values of one slice without those of
 * the others. Headers are taken for hostile until checked. Nothing here knows of any dataset.
 */
package org.modan.datasets.npy;
