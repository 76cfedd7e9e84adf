/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

/**
 * The values of an array lie from the one to the other, both included.
 *
 * @param least the smallest value there is
 * @param greatest the greatest value there is
 */
public record NpyRange(double least, double greatest) {}
