/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.content.EvaluatorPart;
import org.modan.runtime.report.table.HtmlTable;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.text.Html;
import org.modan.runtime.report.text.Words;

/** The first screen: the answer, what speaks against trusting it, and the numbers it rests on. */
final class AnswerSection {

    /** More are folded away, so that the numbers stay in sight. */
    private static final int SHOWN_CAVEATS = 5;

    private final Contents contents;

    AnswerSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    void write(Html html, List<Section> sections) {
        html.open("header");
        html.open("div", "class", "bar");
        html.element("p", "Modan report", "class", "brand");
        html.element(
                "button", "Theme: system", "id", "theme", "type", "button", "hidden", "hidden");
        html.close();
        html.element("h1", contents.study().run().settings().name());
        html.element(
                "p",
                "Which pretraining serves which task best, and how sure is that?",
                "class",
                "question");
        if (contents.evaluators().isEmpty()) {
            html.element(
                    "p",
                    "This experiment evaluates nothing: it makes encoders.",
                    "class",
                    "headline");
        }
        for (EvaluatorPart part : contents.evaluators()) {
            html.element("p", part.headline(), "class", "headline");
        }
        caveats(html);
        if (!contents.answer().rows().isEmpty()) {
            HtmlTable.write(contents.answer(), html);
        }
        html.open("nav", "aria-label", "Parts of this report").open("ul");
        for (Section section : sections) {
            html.open("li").element("a", section.title(), "href", "#" + section.id()).close();
        }
        html.close().close();
        html.close();
    }

    private void caveats(Html html) {
        List<String> caveats = contents.caveats();
        if (caveats.isEmpty()) {
            return;
        }
        html.open("div", "class", "caveats", "role", "note", "aria-label", "Before you trust this");
        html.element("h2", "Before you trust this");
        int shown = caveats.size() <= SHOWN_CAVEATS + 1 ? caveats.size() : SHOWN_CAVEATS;
        list(html, caveats.subList(0, shown));
        if (shown < caveats.size()) {
            html.open("details");
            html.element(
                    "summary",
                    Words.count(caveats.size() - shown, "more warning", "more warnings"));
            list(html, caveats.subList(shown, caveats.size()));
            html.close();
        }
        contents.missing().ifPresent(table -> folded(html, "What is missing, and why", table));
        contents.skipped().ifPresent(table -> folded(html, "What the run left out", table));
        html.close();
    }

    private static void folded(Html html, String title, Table table) {
        html.open("details").element("summary", title);
        HtmlTable.write(table, html);
        html.close();
    }

    private static void list(Html html, List<String> texts) {
        html.open("ul");
        texts.forEach(text -> html.element("li", text));
        html.close();
    }
}
