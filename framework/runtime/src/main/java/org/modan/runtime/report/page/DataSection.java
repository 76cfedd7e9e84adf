/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.stored.Settings;
import org.modan.runtime.report.table.HtmlTable;
import org.modan.runtime.report.text.Html;
import org.modan.runtime.report.text.Words;

/** What was run, and on what. */
final class DataSection implements Section {

    private final Contents contents;

    DataSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String title() {
        return "What was run, and on what";
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public void write(Html html) {
        html.element("p", setup(contents.study().run().settings()));
        if (!contents.data().rows().isEmpty()) {
            HtmlTable.write(contents.data(), html);
        }
    }

    private String setup(Settings settings) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s compared: %s. "
                        .formatted(
                                Words.count(
                                        contents.study().contestants().size(),
                                        "arm was",
                                        "arms were"),
                                String.join(
                                        ", ",
                                        contents.study().contestants().stream()
                                                .map(arm -> arm.id())
                                                .toList())));
        settings.find("encoder", "name")
                .ifPresent(
                        name ->
                                text.append("The encoder is a ")
                                        .append(name)
                                        .append(
                                                settings.find("encoder", "stem")
                                                        .map(stem -> " with stem " + stem)
                                                        .orElse(""))
                                        .append(
                                                settings.find("image-size")
                                                        .map(
                                                                size ->
                                                                        " on images of %s x %s pixels"
                                                                                .formatted(
                                                                                        size, size))
                                                        .orElse(""))
                                        .append(". "));
        settings.find("protocol", "profile")
                .ifPresent(
                        profile ->
                                text.append("Profile ")
                                        .append(profile)
                                        .append(
                                                profile.equals("paper")
                                                        ? ": one partition into folds, used by every repeat."
                                                        : ": a new partition into folds for each repeat, but the published one where folds are imported."));
        return text.toString().strip();
    }
}
