/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Takes the calls that end the process out of the classes of plugins. Who has classes rewritten,
 * and how a refused call is told to a user, is decided elsewhere.
 */
package org.modan.runtime.plugin.exit;
