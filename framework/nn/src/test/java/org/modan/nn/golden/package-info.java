/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** Reads the values computed with PyTorch that the tests of this module compare with. */
package org.modan.nn.golden;
