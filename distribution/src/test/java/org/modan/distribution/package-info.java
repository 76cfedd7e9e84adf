/**
 * Runs the assembled distribution the way its users do, as a process of its own. What the commands
 * do in detail is tested in the module of the command line.
 */
package org.modan.distribution;
