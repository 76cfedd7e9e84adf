/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What cells work on, each opened or computed once in a run: images, encoders and their features.
 * What is made of them is not known here.
 */
package org.modan.runtime.run.input;
