/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * The tables of an experiment, put together from its cells: they can be written again at any time
 * and hold nothing of their own.
 */
package org.modan.runtime.results;
