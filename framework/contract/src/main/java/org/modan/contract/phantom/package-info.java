/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Stand-ins for what the host hands to extensions: a context, generated images, a small task, a
 * small encoder. Authors may use them in tests of their own.
 */
package org.modan.contract.phantom;
