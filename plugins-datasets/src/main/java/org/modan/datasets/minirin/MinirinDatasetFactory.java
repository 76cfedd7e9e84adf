/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.datasets.files.ClassDraw;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.FileDataset;
import org.modan.datasets.files.FileTally;
import org.modan.datasets.files.Problems;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

/** Opens up to a hundred images of each of RadImageNet's 165 classes: the paper's miniRIN. */
public final class MinirinDatasetFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT =
            Option.path("root", "RadImageNet's folder radiology_ai, or the one that holds it");
    static final Option<Integer> PER_CLASS =
            Option.integer("per-class", "draw at most so many images of each class")
                    .where("at least 1", value -> value >= 1)
                    .withDefault(100);
    static final Option<Integer> SEED = Option.integer("seed", "of the draw").withDefault(0);
    static final Option<Path> CSV =
            Option.path(
                            "csv",
                            "draw only from what this list names, or those in this folder: RadiologyAI_train.csv, _val, _test")
                    .optional();
    static final Option<Path> MANIFEST =
            Option.path("manifest", "a written selection to use instead of drawing one").optional();
    static final Option<Path> WRITE_MANIFEST =
            Option.path("write-manifest", "a file to write the selection to, for other machines")
                    .optional();

    private static final int PUBLISHED_CLASSES = 165;
    private static final List<String> FIELDS = List.of("modality", "anatomy", "class");

    @Override
    public String name() {
        return "minirin";
    }

    @Override
    public String summary() {
        return "CT, MR and US of many anatomies: up to 100 images of each class of RadImageNet.";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Mei et al., RadImageNet: An Open Radiologic Deep Learning Research Dataset for Effective Transfer Learning, Radiology: Artificial Intelligence 4(5), 2022");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, PER_CLASS, SEED, CSV, MANIFEST, WRITE_MANIFEST);
    }

    @Override
    public List<Option<?>> labelOptions() {
        return List.of(PER_CLASS, SEED);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        if (options.find(CSV).isPresent() && options.find(MANIFEST).isPresent()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "minirin: csv says what to draw from, but with manifest nothing is drawn; leave one of them out");
        }
        DatasetRoot root =
                new DatasetRoot(
                        name(),
                        "RadImageNet's folder radiology_ai, or the one that holds it",
                        options.get(ROOT));
        RadImageNetHome home = RadImageNetHome.below(root);
        Optional<Path> manifest = options.find(MANIFEST);
        List<RadImage> images =
                manifest.isPresent()
                        ? new SelectionFile(manifest.get()).read(home)
                        : draw(home, options, context);
        options.find(WRITE_MANIFEST).ifPresent(file -> new SelectionFile(file).write(images));
        List<String> classes =
                images.stream().map(image -> image.radClass().name()).distinct().toList();
        if (classes.size() != PUBLISHED_CLASSES) {
            context.warn(
                    "minirin: not the published dataset: %d classes (published: %d)"
                            .formatted(classes.size(), PUBLISHED_CLASSES));
        }
        return new FileDataset(
                home.path(),
                DatasetInfo.of(description(images, classes, options), classes, FIELDS),
                samples(images, classes));
    }

    private static List<RadImage> draw(
            RadImageNetHome home, Options options, PluginContext context) {
        Problems problems = new Problems("minirin");
        FileTally others = new FileTally();
        Optional<PublishedLists> lists =
                options.find(CSV).map(source -> new PublishedLists(source, problems));
        ClassDraw draw = new ClassDraw(options.get(PER_CLASS), options.get(SEED));
        List<RadImage> images = new ArrayList<>();
        new RadImageNetTree(home, problems, others)
                .visit(
                        (radClass, names) -> {
                            List<String> eligible =
                                    lists.map(list -> list.listed(radClass, names)).orElse(names);
                            for (String name : draw.of(radClass.name(), eligible)) {
                                images.add(new RadImage(radClass.name() + "/" + name, radClass));
                            }
                        });
        lists.ifPresent(PublishedLists::tellOfTheRest);
        problems.refuse(home.path() + " cannot be used as it is");
        if (others.visible() > 0) {
            context.warn(
                    "minirin: %d files under %s are not images it reads and were left out: %s"
                            .formatted(others.visible(), home.path(), others.describeVisible()));
        }
        images.sort(RadImage.ORDER);
        return images;
    }

    private static String description(
            List<RadImage> images, List<String> classes, Options options) {
        String how =
                options.find(MANIFEST)
                        .map(file -> "as listed in " + file.getFileName())
                        .orElse(
                                "up to %d a class, seed %d"
                                        .formatted(options.get(PER_CLASS), options.get(SEED)));
        return "RadImageNet, %d images of %d classes, %s"
                .formatted(images.size(), classes.size(), how);
    }

    private static List<Sample> samples(List<RadImage> images, List<String> classes) {
        List<Sample> samples = new ArrayList<>();
        int label = -1;
        String last = "";
        for (RadImage image : images) {
            RadClass radClass = image.radClass();
            if (!radClass.name().equals(last)) {
                label++;
                last = classes.get(label);
            }
            samples.add(
                    Sample.withId(image.path())
                            .label(label)
                            .metadata("modality", radClass.modality())
                            .metadata("anatomy", radClass.anatomy())
                            .metadata("class", radClass.name())
                            .build());
        }
        return samples;
    }
}
