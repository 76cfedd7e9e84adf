/**
 * What is printed and how it is laid out: the only place that knows the process's streams. What
 * there is to say comes from elsewhere.
 */
package org.modan.cli.console;
