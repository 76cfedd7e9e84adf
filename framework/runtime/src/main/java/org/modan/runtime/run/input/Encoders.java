/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.spi.Encoder;

/** Makes the encoder an experiment asks for, without weights. */
public final class Encoders {

    private Encoders() {}

    public static Encoder create(EncoderConfig config) {
        Encoder encoder = ResNet.create(config.name(), Stem.of(config.stem()), config.channels());
        Parameters.layOut(encoder, config.memoryLayout());
        return encoder;
    }
}
