/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.nio.file.Path;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.spi.StemAdaptation;

/**
 * Off-the-shelf weights, as torchvision publishes them for ImageNet, or any others of that form.
 */
final class ImageNetFactory implements PretrainStrategyFactory {

    private static final Option<Path> WEIGHTS =
            Option.path("weights", "a .pth, .pt or .safetensors file with torchvision's names");
    private static final Option<String> CONV1 =
            Option.choice(
                            "conv1",
                            "what to do if the file's first convolution does not fit the encoder's: refuse it, keep random values, or sum RGB kernels of the same size to grey",
                            StemAdaptation.STRICT.text(),
                            StemAdaptation.REINIT.text(),
                            StemAdaptation.SUM_RGB.text())
                    .withDefault(StemAdaptation.STRICT.text());

    @Override
    public String name() {
        return "imagenet";
    }

    @Override
    public String summary() {
        return "Weights of a file, such as torchvision's for ImageNet; says what was loaded";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(WEIGHTS, CONV1);
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        StemAdaptation stem = StemAdaptation.of(options.get(CONV1));
        return corpus -> Initialization.load(options.get(WEIGHTS), stem);
    }
}
