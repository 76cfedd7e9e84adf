/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Makes a pretraining strategy from an experiment's options.
 *
 * @since 1.0
 */
public interface PretrainStrategyFactory extends ExtensionFactory {

    /**
     * @param options validated values of {@link #options()}, defaults filled in
     * @throws ModanException if the options make no sense together
     */
    PretrainStrategy create(Options options, PluginContext context);
}
