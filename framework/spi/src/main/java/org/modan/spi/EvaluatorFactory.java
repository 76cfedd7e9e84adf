/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Makes an evaluator from an experiment's options.
 *
 * @since 1.0
 */
public interface EvaluatorFactory extends ExtensionFactory {

    /**
     * @param options validated values of {@link #options()}, defaults filled in
     * @throws ModanException if the options make no sense together
     */
    Evaluator create(Options options, PluginContext context);
}
