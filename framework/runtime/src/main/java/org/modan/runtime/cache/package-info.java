/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * The folder of files that can be made again, which several processes and computers may share: how
 * a file gets into it, what lies in it, and how it is cleared. What the files hold is known to
 * those who put them there.
 */
package org.modan.runtime.cache;
