/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Looks at a dataset before anything is trained on it: what its adapter says of the images, whether
 * they can be read, and which of them are there more than once. Nothing is changed, and nothing is
 * laid out for a reader here.
 */
package org.modan.runtime.check;
