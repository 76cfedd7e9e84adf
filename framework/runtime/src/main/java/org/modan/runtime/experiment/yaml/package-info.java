/**
 * YAML as a tree whose every node knows where it was written, so that an error found much later can
 * name the line. What the nodes mean is decided by their reader.
 */
package org.modan.runtime.experiment.yaml;
