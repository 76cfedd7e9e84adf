/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.Few;
import org.modan.datasets.files.FileDataset;
import org.modan.datasets.files.IdenticalFiles;
import org.modan.datasets.files.NaturalOrder;
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

/** Opens DDTI as published: 480 thyroid ultrasound images of 390 cases, 349 of them scored. */
public final class ThyroidDatasetFactory implements DatasetAdapterFactory {

    static final Option<Path> ROOT =
            Option.path("root", "the folder that holds 1.xml, 1_1.jpg and the others");
    static final Option<String> UNLABELLED =
            Option.choice(
                            "unlabelled",
                            "whether images of cases without a TIRADS score are left out, or kept without a label for pretraining",
                            "drop",
                            "keep")
                    .withDefault("drop");

    @Override
    public String name() {
        return "thyroid";
    }

    @Override
    public String summary() {
        return "Thyroid ultrasound, benign or malignant by TIRADS: DDTI in its published layout.";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Pedraza et al., An Open Access Thyroid Ultrasound Image Database, SIPAIM, Proc. SPIE 9287, 2015");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(ROOT, UNLABELLED);
    }

    @Override
    public List<Option<?>> labelOptions() {
        return List.of(UNLABELLED);
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        DatasetRoot root =
                new DatasetRoot(
                        name(),
                        "the folder that holds 1.xml, 1_1.jpg and the others",
                        options.get(ROOT));
        ThyroidLayout layout = new ThyroidLayout(root, context);
        Map<String, CaseFile> cases = read(layout.cases());
        ThyroidWarnings warnings = new ThyroidWarnings(context);
        warnings.ofScores(cases);
        warnings.ofNumbers(cases);
        List<Sample> all = new ArrayList<>();
        layout.images()
                .forEach(
                        (number, images) ->
                                images.forEach(
                                        image ->
                                                all.add(
                                                        sample(
                                                                number,
                                                                image,
                                                                Optional.ofNullable(
                                                                        cases.get(number))))));
        warnings.ofCopies(new IdenticalFiles(root.path()).among(all));
        boolean keep = options.get(UNLABELLED).equals("keep");
        List<Sample> samples =
                all.stream().filter(sample -> keep || sample.label().isPresent()).toList();
        if (samples.isEmpty()) {
            throw root.problem(
                    "no case under %s has a TIRADS score (%s); unlabelled: keep takes the images for pretraining"
                            .formatted(root.path(), Tirads.known()));
        }
        return new FileDataset(root.path(), info(samples), samples);
    }

    /**
     * A case file that is damaged may hold a label: to go on without it would be another dataset.
     */
    private Map<String, CaseFile> read(Map<String, Path> files) {
        Map<String, CaseFile> cases = new TreeMap<>(new NaturalOrder());
        List<String> problems = new ArrayList<>();
        CaseReader reader = new CaseReader();
        files.forEach(
                (number, file) -> {
                    try {
                        cases.put(number, reader.read(file));
                    } catch (IOException e) {
                        problems.add("%s (%s)".formatted(file.getFileName(), e.getMessage()));
                    }
                });
        if (!problems.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "thyroid: %d of %d case files cannot be read: %s; copy them again, or remove them to do without their images' labels"
                            .formatted(problems.size(), files.size(), Few.of(problems)));
        }
        return cases;
    }

    private static Sample sample(String number, String image, Optional<CaseFile> known) {
        Sample.Builder sample =
                Sample.withId(image)
                        .group(number)
                        .metadata("modality", "US")
                        .metadata("anatomy", "thyroid");
        known.map(CaseFile::metadata).ifPresent(sample::metadata);
        known.flatMap(CaseFile::tirads)
                .map(Tirads::labelOf)
                .ifPresent(label -> label.ifPresent(sample::label));
        return sample.build();
    }

    private static DatasetInfo info(List<Sample> samples) {
        List<String> fields = new ArrayList<>(List.of("modality", "anatomy"));
        fields.addAll(CaseReader.FIELDS);
        String description =
                "DDTI thyroid ultrasound, %d images of %d cases, %d of them labelled"
                        .formatted(
                                samples.size(),
                                samples.stream().map(Sample::group).distinct().count(),
                                samples.stream().filter(s -> s.label().isPresent()).count());
        return DatasetInfo.of(description, Tirads.CLASSES, fields);
    }
}
