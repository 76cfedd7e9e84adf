/**
 * Fine-tuning: the encoder trained with a classifier on top, and the settings that training has in
 * common with that of a classifier alone.
 */
package org.modan.evaluation.training;
