/**
 * The plugin that brings Modan's built-in datasets: its entry point and nothing else. Each adapter
 * lives in a package of its own; what they share of files and pixels lives in {@code files} and
 * {@code image}.
 */
package org.modan.datasets;
