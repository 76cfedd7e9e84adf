/**
 * Maps of a corpus: its feature vectors laid out in the plane, and measures of how far the map and
 * the features agree with the metadata. All of it gives the same numbers on any count of threads.
 */
package org.modan.evaluation.embedding;
