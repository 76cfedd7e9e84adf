/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.UnusablePluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where whatever a plugin's code throws while it is loaded is caught; beyond it there are only
 * problems with a name. The stack trace goes to the log, at debug level.
 */
public final class PluginBoundary {

    private static final Logger LOG = LoggerFactory.getLogger(PluginBoundary.class);

    private PluginBoundary() {}

    /**
     * Runs a plugin's code.
     *
     * @param jar the plugin's
     * @param step what is being done, to be read after "cannot"
     * @throws UnusablePluginException if it fails, or returns null
     */
    public static <T> T call(Path jar, String step, Supplier<T> code)
            throws UnusablePluginException {
        T result;
        try {
            result = ProcessDefaults.kept(code);
        } catch (Throwable e) {
            if (HostFailure.isOne(e)) {
                throw e;
            }
            LOG.debug("{} cannot {}", jar, step, e);
            PluginFailure failure = PluginFailure.of(e);
            throw new UnusablePluginException(
                    new PluginProblem(
                            jar,
                            "cannot %s: %s".formatted(step, failure.cause()),
                            failure.remedy()),
                    e);
        }
        return Optional.ofNullable(result)
                .orElseThrow(
                        () ->
                                new UnusablePluginException(
                                        jar,
                                        "cannot %s: it is null".formatted(step),
                                        PluginFailure.REPORT));
    }
}
