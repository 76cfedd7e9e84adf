/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Opened datasets, their digests, and the memory-mapped cache of decoded images. What a dataset's
 * files look like is known to the plugins alone.
 */
package org.modan.runtime.data;
