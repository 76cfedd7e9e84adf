/**
 * What there is to be imaged: tissues, the shapes they come in, lesions, and the canvases they are
 * drawn on. How an image arises from them is not known here. Coordinates run from -1 to 1, x to the
 * right and y downwards; lengths are in the same unit.
 */
package org.modan.datasets.phantom.body;
