/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.text.Html;

/** Learning curves. */
final class TrainingSection implements Section {

    private final Contents contents;

    TrainingSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    @Override
    public String id() {
        return "training";
    }

    @Override
    public String title() {
        return "Learning curves";
    }

    @Override
    public boolean isEmpty() {
        return contents.losses().isEmpty();
    }

    @Override
    public void write(Html html) {
        Figures.panels(
                html,
                contents.losses(),
                "Mean loss of each pretraining epoch. Every panel has its own scale: losses of different objectives cannot be compared.");
    }
}
