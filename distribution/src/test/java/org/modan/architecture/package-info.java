/**
 * Rules on how the modules may depend on each other, checked on the compiled classes of all of
 * them. How single classes behave is tested in their own modules.
 */
package org.modan.architecture;
