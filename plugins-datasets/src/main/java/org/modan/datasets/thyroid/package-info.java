/**
 * DDTI, the thyroid ultrasound images of Pedraza et al. (2015), as published: one flat folder of
 * case files and images. What becomes of an image's outline marks is not known here.
 */
package org.modan.datasets.thyroid;
