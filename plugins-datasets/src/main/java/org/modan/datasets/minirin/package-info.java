/**
 * The {@code minirin} dataset: up to a hundred images of each class of RadImageNet (Mei et al.,
 * "RadImageNet: An Open Radiologic Deep Learning Research Dataset for Effective Transfer Learning",
 * Radiology: Artificial Intelligence 4 (2022) e210315), drawn from its tree or taken from a
 * selection that was written down before.
 */
package org.modan.datasets.minirin;
