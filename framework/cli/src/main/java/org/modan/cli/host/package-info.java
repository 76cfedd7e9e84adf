/**
 * What the command line learns from the machine it runs on: variables, folders, the terminal.
 * Nothing here knows of experiments.
 */
package org.modan.cli.host;
