/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/**
 * What an experiment changes of a recipe's augmentation.
 *
 * @param off whether images are taken as they are
 * @param values by which the recipe's are replaced
 */
record AugmentationOverrides(boolean off, Options values) {

    static final Option<List<String>> CROP_SCALE =
            Option.list("crop-scale", "least and greatest share of the area that is kept")
                    .where(
                            "two numbers above 0 and up to 1, the lesser first",
                            texts -> isScale(texts))
                    .optional();
    static final Option<Double> FLIP = probability("flip", "probability of a horizontal flip");
    static final Option<Double> JITTER = probability("jitter", "probability of a jitter");
    static final Option<Double> BRIGHTNESS = strength("brightness", "strength of its jitter");
    static final Option<Double> CONTRAST = strength("contrast", "strength of its jitter");
    static final OptionSpec SPEC = OptionSpec.of(CROP_SCALE, FLIP, JITTER, BRIGHTNESS, CONTRAST);

    /** The image as it is. */
    static AugmentationOverrides none() {
        return new AugmentationOverrides(true, TrainingOverrides.empty(SPEC));
    }

    static AugmentationOverrides of(Options values) {
        return new AugmentationOverrides(false, values);
    }

    private static Option<Double> probability(String name, String description) {
        return Option.number(name, description)
                .where("from 0 to 1", value -> value >= 0 && value <= 1)
                .optional();
    }

    private static Option<Double> strength(String name, String description) {
        return Option.number(name, description).where("at least 0", value -> value >= 0).optional();
    }

    private static boolean isScale(List<String> texts) {
        return NumberPair.parse(texts)
                .filter(pair -> pair.first() > 0)
                .filter(pair -> pair.first() <= pair.second())
                .filter(pair -> pair.second() <= 1)
                .isPresent();
    }

    /** The augmentation with these values; what is not given stays as it is. */
    AugmentationSpec applyTo(AugmentationSpec defaults) {
        if (off) {
            return AugmentationSpec.none();
        }
        AugmentationSpec result =
                defaults.withFlipProbability(values.find(FLIP).orElse(defaults.flipProbability()))
                        .withJitter(
                                values.find(JITTER).orElse(defaults.jitterProbability()),
                                values.find(BRIGHTNESS).orElse(defaults.brightness()),
                                values.find(CONTRAST).orElse(defaults.contrast()));
        return values.find(CROP_SCALE)
                .flatMap(NumberPair::parse)
                .map(scale -> result.withCropScale(scale.first(), scale.second()))
                .orElse(result);
    }

    /** As an experiment file holds it: {@code none}, or the values by name. */
    Object asObject() {
        if (off) {
            return TrainingOverrides.NONE;
        }
        Map<String, Object> map = new LinkedHashMap<>(values.asMap());
        values.find(CROP_SCALE)
                .flatMap(NumberPair::parse)
                .ifPresent(scale -> map.put(CROP_SCALE.name(), scale.toList()));
        return map;
    }
}
