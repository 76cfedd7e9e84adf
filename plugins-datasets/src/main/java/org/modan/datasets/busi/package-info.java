/**
 * The {@code busi} dataset: breast ultrasound images of Al-Dhabyani et al., "Dataset of breast
 * ultrasound images", Data in Brief 28 (2020) 104863, in the layout it was published in. Masks are
 * known as what an image may be cropped to, not as something to learn.
 */
package org.modan.datasets.busi;
