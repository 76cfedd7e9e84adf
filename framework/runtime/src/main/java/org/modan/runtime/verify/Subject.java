/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import java.util.Optional;
import java.util.stream.Collectors;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Option;

/**
 * An extension to check.
 *
 * @param given what it can be created from
 */
record Subject(
        ExtensionKind<?> kind,
        String name,
        Extension<? extends ExtensionFactory> extension,
        GivenOptions.Resolved given) {

    /** Why nothing can be checked of it: what its user has to say first, and has not. */
    Optional<String> obstacle() {
        if (!given.missing().isEmpty()) {
            return Optional.of(
                    "it needs options; give them with "
                            + given.missing().stream()
                                    .map(this::example)
                                    .collect(Collectors.joining(" ")));
        }
        return given.isUsual() && kind == ExtensionKind.DATASET
                ? unopened((DatasetAdapterFactory) extension.factory())
                : Optional.empty();
    }

    /** A dataset may find only when it is opened that nobody has said where it lies. */
    private Optional<String> unopened(DatasetAdapterFactory factory) {
        try {
            DatasetAdapter dataset =
                    PluginCall.unplaced(
                            extension,
                            name,
                            () -> factory.open(given.options(), new RecordingPluginContext()));
            PluginCall.unplaced(
                    extension,
                    name,
                    () -> {
                        dataset.close();
                        return true;
                    });
            return Optional.empty();
        } catch (ModanException e) {
            return e.code() == ErrorCode.CONFIGURATION || e.code() == ErrorCode.DATASET
                    ? Optional.of(
                            "without options it says: %s. Give what it asks for with --set %s.option=VALUE"
                                    .formatted(e.getMessage(), name))
                    : Optional.empty();
        }
    }

    private String example(Option<?> option) {
        return "--set %s.%s=%s"
                .formatted(name, option.name(), option.isLocation() ? "PATH" : "VALUE");
    }
}
