/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.Map;

/** What all images of MRNet are. */
final class Knee {

    static final Map<String, String> METADATA = Map.of("modality", "MR", "anatomy", "knee");

    private Knee() {}
}
