/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What plugin authors and our own tests build on: the contracts of strategies, datasets and
 * evaluators as tests to extend, jars made from sources, damaged jars, and the place of the
 * reference values. Nothing here is part of a running Modan.
 */
package org.modan.testkit;
