/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.failure.PluginCall;
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

    private final Path cacheFolder;

    /**
     * @param cacheFolder remembers which images can be decoded; created when first needed
     */
    public DatasetOpener(Path cacheFolder) {
        this.cacheFolder = requireNonNull(cacheFolder, "cacheFolder is null");
    }

    /**
     * @param name what messages call it, such as {@code tasks.busi}
     * @param reader what decides which pixels are read from the same files: adapter, plugin,
     *     options
     * @param onBadImage what becomes of images that cannot be read
     * @throws ModanException if there is nothing usable
     */
    public OpenDataset open(
            String name,
            String reader,
            Extension<DatasetAdapterFactory> extension,
            Options options,
            OnBadImage onBadImage,
            PluginContext context) {
        DatasetAdapter adapter =
                PluginCall.of(extension, name, () -> extension.factory().open(options, context));
        try {
            return check(name, reader, extension, adapter, onBadImage, context);
        } catch (Throwable e) {
            adapter.close();
            throw e;
        }
    }

    private OpenDataset check(
            String name,
            String reader,
            Extension<DatasetAdapterFactory> extension,
            DatasetAdapter adapter,
            OnBadImage onBadImage,
            PluginContext context) {
        DatasetInfo info = PluginCall.of(extension, name, adapter::info);
        List<Sample> samples = PluginCall.of(extension, name, () -> List.copyOf(adapter.samples()));
        List<String> problems = DatasetProblems.of(info, samples);
        if (!problems.isEmpty()) {
            throw new ModanException(ErrorCode.DATASET, name + ": " + String.join("; ", problems));
        }
        Map<String, String> reasons = new ConcurrentHashMap<>();
        Map<String, String> contents = contents(adapter, samples, reasons);
        if (onBadImage == OnBadImage.SKIP) {
            List<Sample> present = without(samples, reasons);
            Path verdict =
                    cacheFolder.resolve(
                            DecodingVerdict.fileName(reader, contentsOf(present, contents)));
            reasons.putAll(new DecodingTrial(adapter, present, context::warn).failures(verdict));
        }
        List<Unreadable> bad =
                samples.stream()
                        .filter(sample -> reasons.containsKey(sample.id()))
                        .map(sample -> new Unreadable(sample.id(), reasons.get(sample.id())))
                        .toList();
        refuseBad(name, info, samples, bad, onBadImage);
        List<Sample> left = without(samples, reasons);
        return new OpenDataset(
                name, reader, extension, adapter, info, left, contentsOf(left, contents), bad);
    }

    private static List<Sample> without(List<Sample> samples, Map<String, String> ids) {
        return samples.stream().filter(sample -> !ids.containsKey(sample.id())).toList();
    }

    private static List<String> contentsOf(List<Sample> samples, Map<String, String> contents) {
        return samples.stream().map(sample -> contents.get(sample.id())).toList();
    }

    private static void refuseBad(
            String name,
            DatasetInfo info,
            List<Sample> samples,
            List<Unreadable> bad,
            OnBadImage onBadImage) {
        if (onBadImage == OnBadImage.FAIL) {
            failOn(
                    name,
                    bad.stream().map(image -> image.id() + ": " + image.reason()).toList(),
                    samples.size());
            return;
        }
        Optional<String> problem = BadImages.problem(info, samples, bad);
        if (problem.isPresent()) {
            throw new ModanException(ErrorCode.DATASET, name + ": " + problem.get());
        }
    }

    /**
     * The digest of each image that could be read, by id.
     *
     * @param reasons hears of the others
     */
    private static Map<String, String> contents(
            DatasetAdapter adapter, List<Sample> samples, Map<String, String> reasons) {
        Map<String, String> contents = new ConcurrentHashMap<>();
        samples.parallelStream()
                .forEach(
                        sample -> {
                            try {
                                contents.put(
                                        sample.id(),
                                        requireNonNull(
                                                adapter.contentDigest(sample),
                                                "contentDigest() gave null"));
                            } catch (Exception e) {
                                reasons.put(sample.id(), Unreadable.reason(e));
                            }
                        });
        return contents;
    }

    /** Throws one error that names the first few problems and counts the rest. */
    static void failOn(String name, String[] problems) {
        failOn(name, Stream.of(problems).filter(Objects::nonNull).toList(), problems.length);
    }

    private static void failOn(String name, List<String> found, int images) {
        if (found.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        message.append("%s: %d of %d images cannot be read:".formatted(name, found.size(), images));
        found.stream()
                .limit(NAMED_PROBLEMS)
                .forEach(problem -> message.append("\n  ").append(problem));
        if (found.size() > NAMED_PROBLEMS) {
            message.append("\n  and %d more".formatted(found.size() - NAMED_PROBLEMS));
        }
        message.append(
                "\n  Mend them, replace them from the original archive, or take them out;"
                        + " on-bad-image: skip leaves them out.");
        throw new ModanException(ErrorCode.DATASET, message.toString());
    }
}
