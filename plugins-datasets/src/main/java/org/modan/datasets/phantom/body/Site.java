/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

/**
 * Where in a view a lesion lies.
 *
 * @param x of its centre
 * @param y of its centre
 * @param radius of a lesion of middle size
 */
public record Site(double x, double y, double radius) {}
