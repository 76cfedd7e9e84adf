/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.datasets.files.CsvTable;
import org.modan.datasets.files.FileDataset;
import org.modan.datasets.manifest.ManifestReader.Entry;
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

/** Opens the images that a CSV file lists. */
public final class ManifestDatasetFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT =
            Option.path(
                            "root",
                            "the CSV file, or the folder that its paths start from; else the file's own folder")
                    .optional();
    static final Option<Path> FILE =
            Option.path("file", "the CSV file, where root does not hold it").optional();
    static final Option<String> PATH_COLUMN =
            Option.text("path-column", "the column of the images' paths; else 'path'").optional();
    static final Option<String> LABEL_COLUMN =
            Option.text("label-column", "the column of the classes; else 'label', if there is one")
                    .optional();
    static final Option<String> GROUP_COLUMN =
            Option.text(
                            "group-column",
                            "the column of patients or exams; else 'group', if there is one")
                    .optional();
    static final Option<List<String>> CLASSES =
            Option.list(
                            "classes",
                            "the classes in order, the positive one second; else alphabetical")
                    .where(
                            "different names",
                            list -> list.stream().distinct().count() == list.size())
                    .optional();
    static final Option<Boolean> ALLOW_OUTSIDE =
            Option.flag("allow-outside", "whether paths may lead out of the root")
                    .withDefault(false);

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public String summary() {
        return "Images that a CSV file lists: path, label, group; any other column is metadata.";
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(
                ROOT, FILE, PATH_COLUMN, LABEL_COLUMN, GROUP_COLUMN, CLASSES, ALLOW_OUTSIDE);
    }

    @Override
    public List<Option<?>> labelOptions() {
        return List.of(PATH_COLUMN, LABEL_COLUMN, GROUP_COLUMN, CLASSES, ALLOW_OUTSIDE);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        ManifestLocation location = ManifestLocation.of(options.find(ROOT), options.find(FILE));
        ManifestProblems problems = new ManifestProblems(location);
        try (CsvTable table = CsvTable.open(name(), location.table())) {
            ManifestColumns columns =
                    new ManifestColumns.Finder(location.table(), table.header(), context)
                            .find(columnNames(options));
            ManifestPaths paths =
                    new ManifestPaths(location.root(), options.get(ALLOW_OUTSIDE), problems);
            ManifestReader reader =
                    new ManifestReader(table.header().size(), columns, paths, problems);
            table.forEach(reader::read);
            if (reader.rows() == 0) {
                throw new ModanException(
                        ErrorCode.DATASET,
                        "manifest: %s names columns but no images".formatted(location.table()));
            }
            List<String> classes =
                    ManifestClasses.of(reader.entries(), options.find(CLASSES), problems, context);
            problems.throwIfAny(reader.rows());
            warnOfGapsInGroups(reader.entries(), context);
            return dataset(location, columns, classes, reader.entries());
        }
    }

    private static Map<String, String> columnNames(Options options) {
        Map<String, String> names = new TreeMap<>();
        options.find(PATH_COLUMN).ifPresent(name -> names.put("path", name));
        options.find(LABEL_COLUMN).ifPresent(name -> names.put("label", name));
        options.find(GROUP_COLUMN).ifPresent(name -> names.put("group", name));
        return names;
    }

    private static DatasetAdapter dataset(
            ManifestLocation location,
            ManifestColumns columns,
            List<String> classes,
            List<Entry> entries) {
        List<Sample> samples = entries.stream().map(entry -> sample(entry, classes)).toList();
        long groups = entries.stream().flatMap(entry -> entry.group().stream()).distinct().count();
        String description =
                "%d images listed in %s, %d groups, %d classes"
                        .formatted(
                                samples.size(),
                                location.table().getFileName(),
                                groups,
                                classes.size());
        return new FileDataset(
                location.root(), DatasetInfo.of(description, classes, columns.fields()), samples);
    }

    private static Sample sample(Entry entry, List<String> classes) {
        Sample.Builder sample = Sample.withId(entry.id()).metadata(entry.metadata());
        entry.label().ifPresent(label -> sample.label(classes.indexOf(label)));
        entry.group().ifPresent(sample::group);
        return sample.build();
    }

    /** With groups for some images only, the others may belong to the same patients. */
    private static void warnOfGapsInGroups(List<Entry> entries, PluginContext context) {
        long without = entries.stream().filter(entry -> entry.group().isEmpty()).count();
        if (without > 0 && without < entries.size()) {
            context.warn(
                    "manifest: %d of %d images have no group and count as a patient each"
                            .formatted(without, entries.size()));
        }
    }
}
