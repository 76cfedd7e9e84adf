/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Option;

/** That a dataset names as label options what it has as options. */
final class LabelOptionChecks {

    private final DatasetAdapterFactory factory;

    LabelOptionChecks(DatasetAdapterFactory factory) {
        this.factory = requireNonNull(factory, "factory is null");
    }

    List<Check> checks() {
        return List.of(new Check("the label options are among the options", this::areOptions));
    }

    private void areOptions() {
        List<String> options = AdapterCall.of("options()", factory::options).names();
        List<String> foreign =
                AdapterCall.of("labelOptions()", factory::labelOptions).stream()
                        .map(Option::name)
                        .filter(name -> !options.contains(name))
                        .toList();
        if (!foreign.isEmpty()) {
            throw new ContractViolation(
                    "labelOptions() names %s, which options() does not have: %s"
                            .formatted(String.join(", ", foreign), String.join(", ", options)));
        }
    }
}
