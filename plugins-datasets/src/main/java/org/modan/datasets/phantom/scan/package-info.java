/**
 * The physics of each modality in as few lines as its look allows: from a drawn body to pixels with
 * the noise and artefacts of that modality. Everything is exact arithmetic or {@link StrictMath},
 * so that an image is the same on every platform.
 */
package org.modan.datasets.phantom.scan;
