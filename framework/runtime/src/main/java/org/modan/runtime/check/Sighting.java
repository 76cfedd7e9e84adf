/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.Optional;

/**
 * What was seen of one image that could be read.
 *
 * @param digest of what its file holds
 * @param fingerprint empty if it shows nothing
 */
record Sighting(
        PixelSize size, ColourMode colour, String digest, Optional<Fingerprint> fingerprint) {}
