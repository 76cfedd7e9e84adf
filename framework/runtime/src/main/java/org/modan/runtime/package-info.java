/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** The entry to the runtime and its wiring. Guice lives in this module and only here. */
package org.modan.runtime;
