/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Reads one section of an experiment file key by key, and collects what is wrong with it. Which
 * keys there are, and what their values mean, is decided by who reads.
 */
package org.modan.runtime.experiment.section;
