/**
 * What datasets made of files share: the checks of a root folder, the walk below it, the order of
 * names, tables, and the adapter over the samples found. Layouts of particular datasets are not
 * known here.
 */
package org.modan.datasets.files;
