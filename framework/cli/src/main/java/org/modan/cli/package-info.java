/**
 * The entry to the command line: finds the command and turns how it ended into an exit code. What
 * commands do is in {@code command}; the work itself is the runtime's.
 */
package org.modan.cli;
