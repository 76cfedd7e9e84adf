/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.FileDataset;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

/** Opens BUSI as published: 780 breast ultrasound images, of which 210 show a malignant lesion. */
public final class BusiDatasetFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT =
            Option.path("root", "the folder Dataset_BUSI_with_GT, or the one that holds it");
    static final Option<String> NORMAL =
            Option.choice(
                            "normal",
                            "whether images without a lesion count as benign, are left out, or are a class of their own",
                            "benign",
                            "drop",
                            "separate")
                    .withDefault("benign");

    private static final Map<String, String> METADATA =
            Map.of("modality", "US", "anatomy", "breast");

    @Override
    public String name() {
        return "busi";
    }

    @Override
    public String summary() {
        return "Breast ultrasound, benign or malignant: BUSI in its published layout, masks left out.";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, NORMAL);
    }

    @Override
    public List<Option<?>> labelOptions() {
        return List.of(NORMAL);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        DatasetRoot root =
                new DatasetRoot(
                        name(),
                        "the dataset's folder Dataset_BUSI_with_GT, or the one that holds it",
                        options.get(ROOT));
        NormalPolicy normal = NormalPolicy.of(options.get(NORMAL));
        BusiLayout layout = new BusiLayout(root, context);
        Path home = layout.home();
        List<BusiFolder> wanted =
                Arrays.stream(BusiFolder.values())
                        .filter(folder -> normal.classOf(folder).isPresent())
                        .toList();
        List<Sample> samples = new ArrayList<>();
        layout.images(home, wanted)
                .forEach(
                        (folder, images) -> {
                            String className = normal.classOf(folder).orElseThrow();
                            int label = normal.classes().indexOf(className);
                            images.forEach(image -> samples.add(sample(folder, image, label)));
                        });
        warnOfContradictions(home, samples, context);
        String description =
                "BUSI breast ultrasound, %d images (normal: %s)"
                        .formatted(samples.size(), options.get(NORMAL));
        DatasetInfo info =
                DatasetInfo.of(description, normal.classes(), List.of("modality", "anatomy"));
        return new FileDataset(home, info, samples);
    }

    private static Sample sample(BusiFolder folder, String image, int label) {
        return Sample.withId(folder.folderName() + "/" + image)
                .label(label)
                .metadata(METADATA)
                .build();
    }

    private static void warnOfContradictions(
            Path home, List<Sample> samples, PluginContext context) {
        for (List<Sample> copies : new ContradictoryCopies(home).among(samples)) {
            context.warn(
                    "busi: the same image is labelled differently: %s"
                            .formatted(
                                    copies.stream()
                                            .map(Sample::id)
                                            .collect(Collectors.joining(" = "))));
        }
    }
}
