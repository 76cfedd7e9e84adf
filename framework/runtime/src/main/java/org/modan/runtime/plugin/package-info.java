/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What is said of a plugin once it is known: who it is, what it offers, what is wrong with it, and
 * which packages it shares with the host. How it is loaded, asked and blamed is in the packages
 * below, which know this one; what extensions do once created is not known here.
 */
package org.modan.runtime.plugin;
