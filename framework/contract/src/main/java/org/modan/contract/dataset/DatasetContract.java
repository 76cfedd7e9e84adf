/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.Declaration;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Options;

/**
 * What every dataset must keep, looked at where all of its images are whole. What it lists is
 * looked at from the first image to the last, pixels and digests of 16 images at most: pairs of
 * neighbours, spread evenly. Where its files are few, a copy of them is made in the temporary
 * folder and removed again, to see that it is the same dataset there.
 */
public final class DatasetContract {

    private final DatasetAdapterFactory factory;
    private final Options options;

    private DatasetContract(DatasetAdapterFactory factory, Options options) {
        this.factory = requireNonNull(factory, "factory is null");
        this.options = requireNonNull(options, "options is null");
    }

    /**
     * @param options what the dataset is opened with: validated, defaults filled in
     */
    public static DatasetContract of(DatasetAdapterFactory factory, Options options) {
        return new DatasetContract(factory, options);
    }

    /** The checks, each independent of the others, in the order to show them. */
    public List<Check> checks() {
        DatasetOpening opening = new DatasetOpening(factory, options);
        List<Check> checks = new ArrayList<>(new Declaration(factory, options).checks());
        checks.addAll(new LabelOptionChecks(factory).checks());
        checks.addAll(new IndexChecks(opening).checks());
        checks.addAll(new RepeatedListingChecks(opening).checks());
        checks.addAll(new ReadingChecks(opening).checks());
        checks.addAll(new DigestChecks(opening).checks());
        checks.addAll(new LabelLeakChecks(opening).checks());
        checks.addAll(new PortabilityChecks(opening).checks());
        checks.addAll(new ClosingChecks(opening).checks());
        checks.addAll(new RefusalChecks(opening).checks());
        return List.copyOf(checks);
    }
}
