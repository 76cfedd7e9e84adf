/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

/** The rows a regression is fitted on; how they are held is their own matter. */
public interface Design {

    int rows();

    int columns();

    /** The product of a row with weights. */
    double product(int row, double[] weights);

    /** Adds a row, multiplied, to a vector of its columns. */
    void addTo(double[] sum, int row, double factor);
}
