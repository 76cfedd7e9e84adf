/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Options;

/** What every dataset must keep. */
public final class DatasetContract {

    private final DatasetAdapterFactory factory;
    private final Options options;

    private DatasetContract(DatasetAdapterFactory factory, Options options) {
        this.factory = requireNonNull(factory, "factory is null");
        this.options = requireNonNull(options, "options is null");
    }

    /**
     * @param options what the dataset is created with: validated, defaults filled in
     */
    public static DatasetContract of(DatasetAdapterFactory factory, Options options) {
        return new DatasetContract(factory, options);
    }

    /** The checks, each independent of the others, in the order to show them. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>(new Declaration(factory).checks());
        checks.add(new Check("it opens where its options say", this::opens));
        return List.copyOf(checks);
    }

    private void opens() {
        if (factory.open(options, new RecordingPluginContext()) == null) {
            throw new ContractViolation(
                    "open(options, context) gave null; it must give a dataset or throw a ModanException that says why not");
        }
    }
}
