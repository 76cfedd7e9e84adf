/**
 * A new plugin's Maven project: what it is called, and the files it starts with. The files are
 * templates among the resources, a folder of them for each kind of extension.
 */
package org.modan.cli.project;
