/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.contract.ContractViolation;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Options;

/** Opens the dataset that is checked, as often as the checks like, here or at another place. */
final class DatasetOpening {

    private final DatasetAdapterFactory factory;
    private final Options options;
    private Optional<DatasetIndex> index = Optional.empty();

    DatasetOpening(DatasetAdapterFactory factory, Options options) {
        this.factory = requireNonNull(factory, "factory is null");
        this.options = requireNonNull(options, "options is null");
    }

    /**
     * Opens it in a context that is always the same.
     *
     * @throws ContractViolation if it gives null or fails
     */
    DatasetAdapter open() {
        return AdapterCall.of("open(options, context)", this::tryToOpen);
    }

    /** Opens it, and lets through what the extension throws. */
    DatasetAdapter tryToOpen() {
        return factory.open(options, new RecordingPluginContext());
    }

    /**
     * What it lists when it is first opened: finding that may take as long as reading a million
     * names.
     *
     * @throws ContractViolation if it cannot be opened
     */
    synchronized DatasetIndex index() {
        if (index.isEmpty()) {
            try (DatasetAdapter adapter = open()) {
                index = Optional.of(DatasetIndex.of(adapter));
            }
        }
        return index.get();
    }

    /** Where its files lie, absolute, by the name of the option that says so. */
    Map<String, Path> locations() {
        Map<String, Path> locations = new TreeMap<>();
        options.locations()
                .forEach(
                        (option, path) -> locations.put(option, path.toAbsolutePath().normalize()));
        return locations;
    }

    /**
     * The same dataset with its files at other places.
     *
     * @param locations of all options that name one
     * @throws ModanException if an option does not take its place, as the host would throw it
     */
    DatasetOpening at(Map<String, Path> locations) {
        Map<String, Object> raw = new LinkedHashMap<>(options.asMap());
        locations.forEach((option, path) -> raw.put(option, path.toString()));
        List<String> problems = new ArrayList<>();
        Options moved =
                factory.options()
                        .resolve(
                                raw,
                                Path.of("."),
                                problem ->
                                        problems.add(problem.option() + " " + problem.message()));
        if (!problems.isEmpty()) {
            throw new ModanException(ErrorCode.CONFIGURATION, String.join("; ", problems));
        }
        return new DatasetOpening(factory, moved);
    }
}
