/**
 * What a user asks for: an experiment file, or the same from the command line, read into records
 * with every mistake reported at once. Whether plugins load, files exist and cells fit together is
 * decided elsewhere.
 */
package org.modan.runtime.experiment;
