/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.table.HtmlTable;
import org.modan.runtime.report.text.Html;

/** What it took. */
final class CostSection implements Section {

    private final Contents contents;

    CostSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    @Override
    public String id() {
        return "cost";
    }

    @Override
    public String title() {
        return "Cost";
    }

    @Override
    public boolean isEmpty() {
        return contents.cost().rows().isEmpty();
    }

    @Override
    public void write(Html html) {
        HtmlTable.write(contents.cost(), html);
    }
}
