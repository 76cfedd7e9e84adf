/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * A plugin as a stranger would write it: a strategy that joins two losses of the host's, a dataset
 * whose metadata fields nobody else knows, and an evaluator of features. It sees the host's
 * contracts and building blocks, and nothing of its runtime.
 */
package com.example.hybrid;
