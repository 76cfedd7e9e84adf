/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Finds plugins on disk, loads each in a class loader of its own, and offers their extensions by
 * kind and name. A plugin that cannot be used becomes a {@link
 * org.modan.runtime.plugin.PluginProblem}; what extensions do once created is not known here.
 */
package org.modan.runtime.plugin;
