/**
 * Starting the training engine, and saying in a user's words why it does not start. What is
 * computed with it lives elsewhere.
 */
package org.modan.runtime.engine;
