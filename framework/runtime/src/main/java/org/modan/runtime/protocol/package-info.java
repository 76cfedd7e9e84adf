/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * The evaluation protocol: who is in which fold, and how scores are summed up. Nothing here trains
 * or reads images.
 */
package org.modan.runtime.protocol;
