/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Finds plugins on disk, checks what they declare, and loads each in a class loader of its own. A
 * plugin that cannot be loaded becomes a problem; what a plugin offers is not asked here.
 */
package org.modan.runtime.plugin.loading;
