/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name says of the image in it, such as {@code
 * p017_US_breast_left_aplio_sagittal_1.png}.
 *
 * @param file its name
 * @param patient the first part
 * @param organ what a finding belongs to: patient, anatomy and side
 * @param metadata values by field
 */
record ClinicImage(String file, String patient, Organ organ, Map<String, String> metadata) {

    /** How files must be named, for messages. */
    static final String FORM = "PATIENT_MODALITY_ANATOMY_SIDE_DEVICE_VIEW_NUMBER.png";

    private static final Pattern NAME =
            Pattern.compile(
                    "(?<patient>[^_]+)_(?<modality>[^_]+)_(?<anatomy>[^_]+)_(?<laterality>left|right)"
                            + "_(?<device>[^_]+)_(?<view>[^_]+)_[0-9]+\\.png");

    /** One of a pair: a patient's left breast may be healthy and the right one not. */
    record Organ(String patient, String anatomy, String laterality) {}

    /** Reads a name; empty if it is not of the {@link #FORM}. */
    static Optional<ClinicImage> of(String file) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return Optional.empty();
        }
        Map<String, String> metadata = new TreeMap<>();
        ClinicDatasetFactory.FIELDS.forEach(field -> metadata.put(field, name.group(field)));
        String patient = name.group("patient");
        Organ organ = new Organ(patient, name.group("anatomy"), name.group("laterality"));
        return Optional.of(new ClinicImage(file, patient, organ, metadata));
    }
}
