/**
 * The {@code folder} dataset: any images sorted into one folder a class. Datasets with a published
 * layout of their own have adapters of their own.
 */
package org.modan.datasets.folder;
