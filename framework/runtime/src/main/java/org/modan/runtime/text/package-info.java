/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Small helpers for the texts a user reads, such as which known word is meant, and why a file
 * cannot be read. What is said with them is decided elsewhere.
 */
package org.modan.runtime.text;
