/**
 * The anatomies as radiology knows them: which shapes of which tissues a head, a chest or a knee is
 * made of, and where a lesion would lie. Nothing here is a likeness of any person.
 */
package org.modan.datasets.phantom.view;
