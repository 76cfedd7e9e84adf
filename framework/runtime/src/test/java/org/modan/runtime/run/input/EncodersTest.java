/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modan.nn.layer.ResNet;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.spi.Encoder;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Parameter;

class EncodersTest {

    /** Pretraining and evaluation make their encoders here and nowhere else. */
    @ParameterizedTest
    @EnumSource(MemoryLayout.class)
    void everyEncoderLiesInMemoryAsTheExperimentSays(MemoryLayout layout) {
        assertThat(ResNet.names()).contains("resnet50");
        for (String name : ResNet.names()) {
            Encoder encoder = Encoders.create(new EncoderConfig(name, "7x7s2", 3, layout));

            assertThat(encoder.channels()).isEqualTo(3);
            assertThat(encoder.parameters().values())
                    .isNotEmpty()
                    .extracting(Parameter::layout)
                    .containsOnly(layout);
        }
    }
}
