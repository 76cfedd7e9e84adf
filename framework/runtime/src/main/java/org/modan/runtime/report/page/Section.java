/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import org.modan.runtime.report.text.Html;

/** A part of the page under a heading. */
interface Section {

    /** Where links lead to. */
    String id();

    String title();

    /** Whether there is nothing to show. */
    boolean isEmpty();

    void write(Html html);
}
