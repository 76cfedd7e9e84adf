/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modan.datasets.files.ClassDraw;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.FileDataset;
import org.modan.datasets.files.FileTally;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

/** Opens images that are sorted into class folders. */
public final class FolderDatasetFactory implements DatasetAdapterFactory {

    /** The one thing known of every image here, also where nobody says what the folders are. */
    private static final String CLASS_FIELD = "class";

    static final Option<Path> ROOT =
            Option.path("root", "the folder that holds one folder a class");
    static final Option<Integer> LIMIT =
            Option.integer("limit-per-class", "draw at most so many images of each class")
                    .where("at least 1", value -> value >= 1)
                    .optional();
    static final Option<Integer> SEED =
            Option.integer("seed", "of the draw that limit-per-class makes").withDefault(0);
    static final Option<Map<String, Map<String, String>>> METADATA =
            Option.table(
                            "metadata",
                            "what a class folder is, such as Hand: {modality: XR, anatomy: hand}")
                    .optional();

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public String summary() {
        return "Images (png, jpg, jpeg, tif, tiff, bmp, gif) sorted into one folder a class.";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, LIMIT, SEED, METADATA);
    }

    @Override
    public List<Option<?>> labelOptions() {
        return List.of(LIMIT, SEED, METADATA);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        DatasetRoot root =
                new DatasetRoot(
                        name(), "a folder that holds one folder a class", options.get(ROOT));
        FileTally others = new FileTally();
        List<ClassFolder> found = new FolderLayout(root, others, context).classFolders();
        List<String> classes = found.stream().map(ClassFolder::name).toList();
        ClassMetadata metadata =
                new ClassMetadata(options.find(METADATA).orElse(Map.of()), classes);
        List<String> gaps = metadata.gaps(classes);
        if (!gaps.isEmpty()) {
            context.warn("folder: no metadata for " + String.join(", ", gaps));
        }
        if (others.visible() > 0) {
            context.warn(
                    "folder: %d files under %s are not images it reads and were left out: %s"
                            .formatted(others.visible(), root.path(), others.describeVisible()));
        }
        List<ClassFolder> kept =
                options.find(LIMIT)
                        .map(limit -> new ClassDraw(limit, options.get(SEED)))
                        .map(draw -> found.stream().map(folder -> folder.drawn(draw)).toList())
                        .orElse(found);
        List<Sample> samples = samples(kept, metadata);
        String description =
                "%d images in %d class folders%s"
                        .formatted(samples.size(), classes.size(), leftOut(others));
        DatasetInfo info = DatasetInfo.of(description, classes, fields(metadata));
        return new FileDataset(root.path(), info, samples);
    }

    private static String leftOut(FileTally others) {
        return others.visible() + others.hidden() == 0
                ? ""
                : "; %d other and %d hidden files left out"
                        .formatted(others.visible(), others.hidden());
    }

    private static List<String> fields(ClassMetadata metadata) {
        List<String> fields = new ArrayList<>(metadata.fields());
        if (!fields.contains(CLASS_FIELD)) {
            fields.add(CLASS_FIELD);
        }
        return fields;
    }

    private static List<Sample> samples(List<ClassFolder> folders, ClassMetadata metadata) {
        List<Sample> samples = new ArrayList<>();
        for (int label = 0; label < folders.size(); label++) {
            ClassFolder folder = folders.get(label);
            for (String id : folder.ids()) {
                samples.add(
                        Sample.withId(id)
                                .label(label)
                                .metadata(CLASS_FIELD, folder.name())
                                .metadata(metadata.of(folder.name()))
                                .build());
            }
        }
        return samples;
    }
}
