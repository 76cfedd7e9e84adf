/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * The report of an output folder: made from its files alone, without datasets, plugins or an
 * engine, so that it can be made again anywhere and at any time.
 */
package org.modan.runtime.report;
