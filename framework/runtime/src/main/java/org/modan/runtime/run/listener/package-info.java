/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Says how a run goes to whoever wants to know. How that is shown is decided by the listeners, none
 * of which lives here.
 */
package org.modan.runtime.run.listener;
