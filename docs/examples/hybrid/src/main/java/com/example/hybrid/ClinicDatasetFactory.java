/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Offers the dataset {@code clinic}: a folder of images, and a table of what was found where. */
final class ClinicDatasetFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT =
            Option.path("root", "the folder with the images and " + Pathology.FILE);
    static final Option<String> ANATOMY =
            Option.text("anatomy", "only images of this one, such as breast").optional();

    /** Fields are what a dataset says they are: the host knows none of these names. */
    static final List<String> FIELDS =
            List.of("modality", "anatomy", "laterality", "device", "view");

    @Override
    public String name() {
        return "clinic";
    }

    @Override
    public String summary() {
        return "Images named by patient, side, device and view, with findings in " + Pathology.FILE;
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, ANATOMY);
    }

    /** It chooses images and changes no pixel, so decoded images serve every value of it. */
    @Override
    public List<Option<?>> labelOptions() {
        return List.of(ANATOMY);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        Path root = options.get(ROOT);
        Optional<String> anatomy = options.find(ANATOMY);
        Map<ClinicImage.Organ, Integer> findings = Pathology.read(root);
        List<Sample> samples =
                images(root).stream()
                        .filter(image -> anatomy.map(image.organ().anatomy()::equals).orElse(true))
                        .map(image -> sample(image, findings))
                        .toList();
        if (samples.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "clinic: no images%s in %s; set root to a folder with files named %s"
                            .formatted(
                                    anatomy.map(value -> " of the anatomy " + value).orElse(""),
                                    root,
                                    ClinicImage.FORM));
        }
        return new ClinicDataset(root, samples);
    }

    private static Sample sample(ClinicImage image, Map<ClinicImage.Organ, Integer> findings) {
        Sample.Builder sample =
                Sample.withId(image.file()).group(image.patient()).metadata(image.metadata());
        // Without a finding it has no label: of use in a corpus, and refused of a task by the host.
        Optional.ofNullable(findings.get(image.organ())).ifPresent(sample::label);
        return sample.build();
    }

    /** Sorted: the order of a folder's files differs from machine to machine. */
    private static List<ClinicImage> images(Path root) {
        List<ClinicImage> images = new ArrayList<>();
        List<String> misnamed = new ArrayList<>();
        try (Stream<Path> files = Files.list(root)) {
            for (String file : files.map(path -> path.getFileName().toString()).sorted().toList()) {
                if (file.endsWith(".png")) {
                    ClinicImage.of(file).ifPresentOrElse(images::add, () -> misnamed.add(file));
                }
            }
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "clinic: cannot list %s; check its permissions".formatted(root),
                    e);
        }
        if (!misnamed.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "clinic: %d files in %s are not named %s, such as %s; rename or remove them"
                            .formatted(misnamed.size(), root, ClinicImage.FORM, misnamed.get(0)));
        }
        return images;
    }
}
