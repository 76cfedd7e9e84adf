/**
 * The {@code mrnet} dataset: knee MR exams of Bien et al., "Deep-learning-assisted diagnosis for
 * knee magnetic resonance imaging: Development and retrospective validation of MRNet", PLOS
 * Medicine 15 (2018) e1002699, as slices of the published volumes or as the list of slices that
 * RadImageNet's authors drew from them.
 */
package org.modan.datasets.mrnet;
