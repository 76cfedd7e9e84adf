/**
 * The {@code manifest} dataset: any images that a table lists, with their labels, groups and
 * metadata. How a table is written is known here; what its columns mean is the user's affair.
 */
package org.modan.datasets.manifest;
