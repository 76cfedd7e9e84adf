/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.stored.Settings;
import org.modan.runtime.report.text.Html;

/** How to have it all again. */
final class ReproduceSection implements Section {

    private final Contents contents;

    ReproduceSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    @Override
    public String id() {
        return "reproduce";
    }

    @Override
    public String title() {
        return "How to reproduce it";
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public void write(Html html) {
        Settings settings = contents.study().run().settings();
        html.element(
                "p",
                "In the folder of this report, with the same version of Modan, the same images and the same number of threads, this gives the same numbers in another folder:");
        html.open("pre", "tabindex", "0")
                .element("code", "modan run experiment.yaml --out ../again")
                .close();
        html.element("p", "And this makes report, tables and figures again from what is stored:");
        html.open("pre", "tabindex", "0").element("code", "modan report .").close();
        if (!settings.text().isEmpty()) {
            html.open("details");
            html.element("summary", "experiment.yaml, with every default spelled out");
            html.open("pre", "tabindex", "0").element("code", settings.text()).close();
            html.close();
        }
    }
}
