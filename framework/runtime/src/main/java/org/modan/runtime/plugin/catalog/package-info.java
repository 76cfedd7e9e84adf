/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Asks loaded plugins what they offer, and finds an extension by its kind and name. Extensions are
 * not created here.
 */
package org.modan.runtime.plugin.catalog;
