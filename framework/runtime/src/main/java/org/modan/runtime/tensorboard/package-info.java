/**
 * Event files for TensorBoard: what they are made of and when they are written. Nothing in Modan
 * reads them; the cell's {@code log.csv} has the same figures.
 */
package org.modan.runtime.tensorboard;
