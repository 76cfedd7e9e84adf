/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.table.HtmlTable;
import org.modan.runtime.report.text.Html;

/** Code, machine and digests. */
final class ProvenanceSection implements Section {

    private final Contents contents;

    ProvenanceSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    @Override
    public String id() {
        return "provenance";
    }

    @Override
    public String title() {
        return "Provenance";
    }

    @Override
    public boolean isEmpty() {
        return contents.provenance().rows().isEmpty() && contents.encoders().rows().isEmpty();
    }

    @Override
    public void write(Html html) {
        if (!contents.provenance().rows().isEmpty()) {
            HtmlTable.write(contents.provenance(), html);
        }
        if (!contents.encoders().rows().isEmpty()) {
            HtmlTable.write(contents.encoders(), html);
        }
        html.element(
                "p",
                "cells/ has the whole provenance of each piece of work: every setting, digest, start and warning.",
                "class",
                "note");
    }
}
