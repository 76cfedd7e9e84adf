/**
 * The {@code manifest} dataset: any images that a table lists, with their labels, groups and
 * metadata. Which columns it has is the user's affair.
 */
package org.modan.datasets.manifest;
