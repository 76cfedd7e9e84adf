/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Controls: what is reached without a look at any image, and what an encoder must therefore beat.
 */
package org.modan.evaluation.control;
