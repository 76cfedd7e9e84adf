/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/**
 * Kinds of tissue and how each modality sees them. The figures are textbook orders of magnitude,
 * chosen for a plausible picture rather than for dosimetry.
 */
public enum Tissue {
    AIR(-1000, 0.0, -60, 300),
    LUNG(-830, 0.06, -25, 100),
    FAT(-95, 0.85, -17, 4),
    SKIN(20, 0.45, 0, 4),
    MUSCLE(55, 0.32, -17, 5),
    LIVER(105, 0.50, -7, 4),
    KIDNEY(150, 0.42, -13, 4),
    BLOOD(160, 0.22, -45, 1),
    FLUID(5, 0.08, -50, 0),
    GLAND(40, 0.58, -4, 5),
    GREY_MATTER(39, 0.52, -10, 5),
    WHITE_MATTER(29, 0.72, -10, 5),
    CORTICAL_BONE(900, 0.04, 8, 160),
    MARROW(260, 0.86, -10, 20),
    CARTILAGE(80, 0.50, -20, 5),
    FIBROUS(75, 0.07, 4, 10),
    BOWEL(25, 0.30, -10, 8),
    LESION(50, 0.26, -22, 4);

    private final double hounsfield;
    private final double signal;
    private final double echo;
    private final double attenuation;

    Tissue(double hounsfield, double signal, double echo, double attenuation) {
        this.hounsfield = hounsfield;
        this.signal = signal;
        this.echo = echo;
        this.attenuation = attenuation;
    }

    /** X-ray attenuation in Hounsfield units: air -1000, water 0; organs with contrast agent. */
    public double hounsfield() {
        return hounsfield;
    }

    /** T1-weighted spin-echo signal, 0 to 1. */
    public double signal() {
        return signal;
    }

    /** Backscattered ultrasound in decibels relative to a bright reflector. */
    public double echo() {
        return echo;
    }

    /** What ultrasound loses there and back, in decibels a unit of length. */
    public double attenuation() {
        return attenuation;
    }
}
