/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.modan.runtime.plugin.Extension;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that run a plugin's code: its own mistakes are told as its own. What is caught is whatever
 * can be thrown: languages such as Kotlin and Scala throw checked exceptions that no signature
 * names.
 */
public final class PluginCall {

    private static final Logger LOG = LoggerFactory.getLogger(PluginCall.class);

    private PluginCall() {}

    /**
     * Calls an extension.
     *
     * @param place what the extension is in the experiment
     * @throws ModanException what the plugin says to its user, with the place before it; any other
     *     failure as that plugin's
     */
    public static <T> T of(Extension<?> extension, String place, Supplier<T> call) {
        try {
            return unplaced(extension, place, call);
        } catch (ModanException e) {
            String message = e.getMessage();
            throw new ModanException(
                    e.code(), message.startsWith(place) ? message : place + ": " + message, e);
        }
    }

    /**
     * The same for who says elsewhere which extension it is about.
     *
     * @throws ModanException what the plugin says to its user as it is; any other failure as that
     *     plugin's, with the place before it
     */
    public static <T> T unplaced(Extension<?> extension, String place, Supplier<T> call) {
        try {
            return requireNonNull(ProcessDefaults.kept(call), "it returned null");
        } catch (ModanException e) {
            throw e;
        } catch (Throwable e) {
            if (HostFailure.isOne(e)) {
                throw e;
            }
            String plugin = PluginTrace.plugin(e).orElse(extension.plugin().name().toString());
            throw failed(place + ": " + plugin, e);
        }
    }

    /**
     * Runs what calls plugins here and there, on this thread and on others.
     *
     * @throws ModanException what is one already; and whatever else comes out of a plugin's code,
     *     as that plugin's
     */
    public static <T> T within(Supplier<T> work) {
        try {
            return work.get();
        } catch (ModanException e) {
            throw e;
        } catch (Throwable e) {
            Optional<ModanException> blamed = blamed(e);
            if (blamed.isPresent()) {
                throw blamed.get();
            }
            throw e;
        }
    }

    /** Runs a piece of work with plugins in it; what they set for the whole process is put back. */
    public static <T> T puttingBackDefaults(Supplier<T> work) {
        return ProcessDefaults.kept(work);
    }

    /**
     * A failure as that of the plugin it came out of.
     *
     * @return the plugin with its jar, the cause and the remedy; empty if no plugin's code was
     *     running, or if it is none's to mend
     */
    public static Optional<ModanException> blamed(Throwable thrown) {
        return HostFailure.isOne(thrown)
                ? Optional.empty()
                : PluginTrace.plugin(thrown).map(plugin -> failed(plugin, thrown));
    }

    private static ModanException failed(String who, Throwable thrown) {
        LOG.debug("{} failed", who, thrown);
        PluginFailure failure = PluginFailure.of(thrown);
        return new ModanException(
                ErrorCode.PLUGIN,
                "%s: %s; %s".formatted(who, failure.cause(), failure.remedy()),
                thrown);
    }
}
