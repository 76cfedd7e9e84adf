/**
 * Turns image files into pixels, and damaged files into sentences. Which files belong to a dataset
 * is decided elsewhere.
 */
package org.modan.datasets.image;
