/**
 * What a person sees while an experiment runs: a bar on a terminal, lines elsewhere. What is run
 * and in which order is the runtime's.
 */
package org.modan.cli.progress;
