/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.modan.runtime.text.Reasons;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

/** Opens a dataset and checks what its adapter says, so that everything after it can rely on it. */
public final class DatasetOpener {

    private static final int NAMED_PROBLEMS = 5;

    /**
     * @param name what messages call it, such as {@code tasks.busi}
     * @param reader what decides which pixels are read from the same files: adapter, plugin,
     *     options
     * @throws ModanException if there is nothing usable
     */
    public OpenDataset open(
            String name,
            String reader,
            DatasetAdapterFactory factory,
            Options options,
            PluginContext context) {
        DatasetAdapter adapter;
        try {
            adapter = factory.open(options, context);
        } catch (ModanException e) {
            throw new ModanException(e.code(), name + ": " + e.getMessage(), e);
        }
        try {
            return check(name, reader, factory.name(), adapter);
        } catch (RuntimeException e) {
            adapter.close();
            throw e;
        }
    }

    private static OpenDataset check(
            String name, String reader, String adapterName, DatasetAdapter adapter) {
        DatasetInfo info = adapter.info();
        List<Sample> samples = adapter.samples();
        if (samples.isEmpty()) {
            throw new ModanException(ErrorCode.DATASET, name + ": no images in it");
        }
        refuseDuplicates(name, samples);
        refuseForeignLabels(name, info, samples);
        List<String> contents = contents(name, adapter, samples);
        return new OpenDataset(name, reader, adapterName, adapter, info, samples, contents);
    }

    private static void refuseDuplicates(String name, List<Sample> samples) {
        Set<String> seen = new HashSet<>();
        for (Sample sample : samples) {
            if (!seen.add(sample.id())) {
                throw new ModanException(
                        ErrorCode.DATASET,
                        "%s: two images are called %s; ids must be unique"
                                .formatted(name, sample.id()));
            }
        }
    }

    private static void refuseForeignLabels(String name, DatasetInfo info, List<Sample> samples) {
        for (Sample sample : samples) {
            int label = sample.label().orElse(0);
            if (sample.label().isPresent() && (label < 0 || label >= info.classes().size())) {
                throw new ModanException(
                        ErrorCode.DATASET,
                        "%s: %s has label %d, but there are %d classes"
                                .formatted(name, sample.id(), label, info.classes().size()));
            }
        }
    }

    private static List<String> contents(
            String name, DatasetAdapter adapter, List<Sample> samples) {
        String[] digests = new String[samples.size()];
        String[] problems = new String[samples.size()];
        IntStream.range(0, samples.size())
                .parallel()
                .forEach(
                        i -> {
                            try {
                                digests[i] = adapter.contentDigest(samples.get(i));
                            } catch (IOException | RuntimeException e) {
                                problems[i] = samples.get(i).id() + ": " + reason(e);
                            }
                        });
        failOn(name, problems);
        return List.of(digests);
    }

    /** What went wrong with one image; a plugin's own mistake is told with its kind. */
    static String reason(Exception e) {
        if (e instanceof IOException failure) {
            return Reasons.of(failure);
        }
        return e instanceof ModanException ? e.getMessage() : "the adapter failed with " + e;
    }

    /** Throws one error that names the first few problems and counts the rest. */
    static void failOn(String name, String[] problems) {
        List<String> found = new ArrayList<>();
        for (String problem : problems) {
            if (problem != null) {
                found.add(problem);
            }
        }
        if (found.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        message.append(
                "%s: %d of %d images cannot be read:"
                        .formatted(name, found.size(), problems.length));
        found.stream()
                .limit(NAMED_PROBLEMS)
                .forEach(problem -> message.append("\n  ").append(problem));
        if (found.size() > NAMED_PROBLEMS) {
            message.append("\n  and %d more".formatted(found.size() - NAMED_PROBLEMS));
        }
        message.append("\n  Mend them, replace them from the original archive, or take them out.");
        throw new ModanException(ErrorCode.DATASET, message.toString());
    }
}
