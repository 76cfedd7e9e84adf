/**
 * Verifies a plugin without an experiment: whether Modan can load it, whether its names are free,
 * and whether all that it offers keeps the contracts. What the contracts ask is not known here.
 */
package org.modan.runtime.verify;
