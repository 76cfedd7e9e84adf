/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Small helpers for the texts a user reads. What they say is decided elsewhere; here is only how
 * near one word is to another.
 */
package org.modan.runtime.text;
