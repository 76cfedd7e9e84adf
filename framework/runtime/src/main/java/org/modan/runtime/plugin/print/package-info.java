/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Keeps what plugins print apart from what the host prints. The streams of the process are put in
 * place by the command line, not here.
 */
package org.modan.runtime.plugin.print;
