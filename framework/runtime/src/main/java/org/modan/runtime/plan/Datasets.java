/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modan.runtime.data.BadImages;
import org.modan.runtime.data.DatasetOpener;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.Unreadable;
import org.modan.runtime.experiment.DatasetConfig;
import org.modan.runtime.experiment.DatasetRules;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.runtime.metadata.MetadataTarget;
import org.modan.runtime.plugin.Extension;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;

/** Opens and encodes each dataset of a matrix once, however many variants use it. */
final class Datasets {

    /**
     * Adapters draw from their own {@code seed} option alone: what a dataset contains must not
     * change with the seed of an experiment.
     */
    private static final Seed NO_EXPERIMENT = new Seed(0);

    private final Map<String, Extension<DatasetAdapterFactory>> adapters;
    private final DatasetOpener opener;
    private final Warnings warnings;
    private final Map<List<Object>, OpenDataset> opened = new LinkedHashMap<>();
    private final Map<List<Object>, OpenDataset> renamed = new HashMap<>();
    private final Map<String, Set<Unreadable>> skipped = new LinkedHashMap<>();
    private final Map<List<Object>, ModanException> failed = new HashMap<>();
    private final Map<List<Object>, MetadataTarget> targets = new HashMap<>();

    @Inject
    Datasets(
            Map<String, Extension<DatasetAdapterFactory>> adapters,
            DatasetOpener opener,
            Warnings warnings) {
        this.adapters = Map.copyOf(adapters);
        this.opener = requireNonNull(opener, "opener is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /** What makes pixels of a file; what is known of the images is digested for itself. */
    private static String reader(DatasetConfig config, Extension<DatasetAdapterFactory> adapter) {
        Map<String, Object> options = config.options().withoutLocations();
        adapter.factory().labelOptions().forEach(option -> options.remove(option.name()));
        return "%s of %s, %s"
                .formatted(config.adapter(), PluginOrigin.of(adapter.plugin()).identity(), options);
    }

    /** All that were opened, to be closed together. */
    List<OpenDataset> opened() {
        return List.copyOf(opened.values());
    }

    /** The images that were left out, by what messages call their dataset. */
    Map<String, List<Unreadable>> skipped() {
        Map<String, List<Unreadable>> copy = new LinkedHashMap<>();
        skipped.forEach((name, images) -> copy.put(name, List.copyOf(images)));
        return copy;
    }

    /**
     * @param rules of the experiment; the files are read once for all
     * @throws ModanException if there is nothing usable, each time without looking again
     */
    OpenDataset open(String name, DatasetConfig config, DatasetRules rules) {
        List<Object> identity =
                List.of(config.adapter(), config.options().asMap(), rules.onBadImage());
        List<Object> attempt = List.of(name, identity);
        if (failed.containsKey(attempt)) {
            throw failed.get(attempt);
        }
        try {
            OpenDataset dataset =
                    opened.computeIfAbsent(
                            identity, unknown -> read(name, config, rules.onBadImage()));
            tellOfSkipped(name, dataset);
            return renamed.computeIfAbsent(
                    List.of(identity, rules), unknown -> dataset.renamed(rules.values()));
        } catch (ModanException e) {
            failed.put(attempt, e);
            throw e;
        }
    }

    /** By each name that an experiment gives it. */
    private void tellOfSkipped(String name, OpenDataset dataset) {
        List<Unreadable> bad = dataset.skipped();
        if (!bad.isEmpty()) {
            warnings.add(name, BadImages.warning(dataset.samples().size() + bad.size(), bad));
            skipped.computeIfAbsent(name, unknown -> new LinkedHashSet<>()).addAll(bad);
        }
    }

    private OpenDataset read(String name, DatasetConfig config, OnBadImage onBadImage) {
        Extension<DatasetAdapterFactory> adapter = adapters.get(config.adapter());
        return opener.open(
                name,
                reader(config, adapter),
                adapter,
                config.options(),
                onBadImage,
                warnings.context(name, NO_EXPERIMENT));
    }

    /**
     * The metadata of a dataset, encoded.
     *
     * @param fields in order
     */
    MetadataTarget target(OpenDataset dataset, List<String> fields) {
        return targets.computeIfAbsent(
                List.of(dataset, List.copyOf(fields)),
                key -> MetadataTarget.encode(dataset, fields));
    }
}
