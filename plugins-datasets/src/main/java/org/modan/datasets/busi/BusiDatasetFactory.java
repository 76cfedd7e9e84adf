/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.Few;
import org.modan.datasets.files.FileDataset;
import org.modan.datasets.files.IdenticalFiles;
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
    static final Option<String> CROP =
            Option.choice(
                            "crop",
                            "whether images are cut down to the box around all their masks; those without stay whole",
                            "none",
                            "lesion")
                    .withDefault("none");
    static final Option<Double> MARGIN =
            Option.number(
                            "margin",
                            "with crop: lesion, the share of the box's width and height added at each side")
                    .where("from 0 to 10", value -> value >= 0 && value <= 10)
                    .withDefault(0.1);

    private static final Map<String, String> METADATA =
            Map.of("modality", "US", "anatomy", "breast");

    @Override
    public String name() {
        return "busi";
    }

    @Override
    public String summary() {
        return "Breast ultrasound, benign or malignant: BUSI in its published layout; its masks can crop it.";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Al-Dhabyani, Gomaa, Khaled and Fahmy, Dataset of Breast Ultrasound Images, Data in Brief 28, 2020");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, NORMAL, CROP, MARGIN);
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
        DatasetAdapter whole = new FileDataset(home, info, samples);
        return options.get(CROP).equals("lesion")
                ? new LesionCrops(whole, masks(root, home, samples, context), options.get(MARGIN))
                : whole;
    }

    /** Masks come with the published images of normal tissue too, and are empty. */
    private static LesionMasks masks(
            DatasetRoot root, Path home, List<Sample> samples, PluginContext context) {
        List<BusiFolder> folders =
                Arrays.stream(BusiFolder.values())
                        .filter(folder -> Files.isDirectory(home.resolve(folder.folderName())))
                        .toList();
        LesionMasks masks = new LesionMasks(root, home, folders);
        List<String> bare =
                samples.stream()
                        .map(Sample::id)
                        .filter(id -> !id.startsWith(BusiFolder.NORMAL.folderName()))
                        .filter(id -> masks.of(id).isEmpty())
                        .toList();
        if (!bare.isEmpty()) {
            context.warn(
                    "busi: %d images of lesions have no mask and stay whole: %s"
                            .formatted(bare.size(), Few.of(bare)));
        }
        return masks;
    }

    private static Sample sample(BusiFolder folder, String image, int label) {
        return Sample.withId(folder.folderName() + "/" + image)
                .label(label)
                .metadata(METADATA)
                .build();
    }

    private static void warnOfContradictions(
            Path home, List<Sample> samples, PluginContext context) {
        for (List<Sample> copies : new IdenticalFiles(home).contradictions(samples)) {
            context.warn(
                    "busi: the same image is labelled differently: %s"
                            .formatted(
                                    copies.stream()
                                            .map(Sample::id)
                                            .collect(Collectors.joining(" = "))));
        }
    }
}
