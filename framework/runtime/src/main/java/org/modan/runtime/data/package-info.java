/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Opened datasets, their digests, the memory-mapped cache of decoded images, and tables of features
 * made of them. What a dataset's files look like is known to the plugins alone.
 */
package org.modan.runtime.data;
