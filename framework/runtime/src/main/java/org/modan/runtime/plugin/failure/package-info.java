/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Runs the code of plugins and turns whatever it throws into a problem with a name, a cause and a
 * remedy. What the code was to do, and what becomes of the problem, is the caller's matter.
 */
package org.modan.runtime.plugin.failure;
