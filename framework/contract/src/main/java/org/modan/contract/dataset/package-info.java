/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Checks of datasets: what they list, what is read of them, elsewhere and after closing. Datasets
 * to be checked are no part of it.
 */
package org.modan.contract.dataset;
