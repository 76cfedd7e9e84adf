/**
 * Finds out what is wrong with an installation, each check by itself, so that one thing that is
 * broken hides no other. How findings are shown is not decided here.
 */
package org.modan.runtime.doctor;
