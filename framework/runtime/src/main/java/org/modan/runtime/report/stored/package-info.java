/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What an output folder holds, read back as it is: files that are missing or damaged become
 * sentences for the reader, never an end. What the numbers mean is worked out elsewhere.
 */
package org.modan.runtime.report.stored;
