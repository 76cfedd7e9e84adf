/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cost;

import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;

/** Times an encoder on images of one form. */
@FunctionalInterface
public interface StepTimer {

    StepTimes time(EncoderConfig encoder, ImageFormat images);
}
