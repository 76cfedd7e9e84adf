/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

/**
 * Something that is no YAML, or YAML that is not read here.
 *
 * @param origin where
 * @param message what is wrong and what to do
 */
public record YamlProblem(Origin origin, String message) {}
