/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** How long a plan will take on this machine, reckoned from steps that are really run. */
package org.modan.runtime.cost;
