/**
 * The {@code phantom} dataset: images drawn rather than read, for demonstrations and tests without
 * any download. Here is what the dataset contains; bodies, views and scanners have packages below.
 */
package org.modan.datasets.phantom;
