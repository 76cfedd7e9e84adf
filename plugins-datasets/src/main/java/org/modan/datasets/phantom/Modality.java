/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

/** The modalities that are drawn, under the names that metadata gives them. */
enum Modality {
    CT,
    MR,
    US,
    XR
}
