/**
 * A new plugin's Maven project: what it is called, and the files it starts with. The files are
 * templates among the resources; what a plugin is, is not known here.
 */
package org.modan.cli.project;
