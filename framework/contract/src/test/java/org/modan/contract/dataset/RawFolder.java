/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.modan.contract.Check;
import org.modan.contract.Verdicts;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Options;

/** A folder of images {@code 00.raw}, {@code 01.raw}, of which each has a grey of its own. */
final class RawFolder {

    private final Path root;

    RawFolder(Path root) {
        this.root = requireNonNull(root, "root is null");
    }

    RawFolder with(int images) throws IOException {
        for (int i = 0; i < images; i++) {
            byte[] pixels = new byte[12];
            Arrays.fill(pixels, (byte) i);
            Files.write(root.resolve("%02d.raw".formatted(i)), pixels);
        }
        return this;
    }

    /** All checks of a dataset that lies here. */
    List<Check> checks(DatasetAdapterFactory factory) {
        Options options =
                factory.options()
                        .resolve(
                                Map.of("root", root.toString()),
                                Path.of("."),
                                problem -> {
                                    throw new IllegalArgumentException(problem.message());
                                });
        return DatasetContract.of(factory, options).checks();
    }

    /** What one of the checks says against a dataset. */
    String violation(String check, RawFactory.Maker maker) {
        return violation(check, RawFactory.making(maker));
    }

    /** What one of the checks says against a dataset. */
    String violation(String check, DatasetAdapterFactory factory) {
        return Verdicts.of(checks(factory)).violation(check);
    }

    /** Why one of the checks cannot be made of a dataset. */
    String notChecked(String check, DatasetAdapterFactory factory) {
        return Verdicts.of(checks(factory)).notChecked(check);
    }

    /** Makes one of the checks. */
    void check(String name, DatasetAdapterFactory factory) throws Exception {
        for (Check check : checks(factory)) {
            if (check.name().equals(name)) {
                check.body().run();
                return;
            }
        }
        throw new AssertionError("no check " + name);
    }
}
