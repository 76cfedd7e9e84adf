/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.summary.Atlas;
import org.modan.runtime.report.text.Html;

/**
 * Writes the page. Its Content-Security-Policy lets the browser run this script and this style
 * sheet, by their digests, and load nothing: whatever an experiment's names hold, they can start
 * nothing and send nothing.
 */
public final class Page {

    private static final String DATA_START = "<script type=\"application/json\" id=\"atlas\">";

    private final Contents contents;
    private final Atlas atlas;

    public Page(Contents contents, Atlas atlas) {
        this.contents = requireNonNull(contents, "contents is null");
        this.atlas = requireNonNull(atlas, "atlas is null");
    }

    public String write() {
        String style = resource("report.css");
        String script = resource("report.js");
        List<Section> sections =
                List.of(
                                new ResultsSection(contents),
                                new DataSection(contents),
                                new TrainingSection(contents),
                                new MapSection(contents, atlas),
                                new CostSection(contents),
                                new ProvenanceSection(contents),
                                new ReproduceSection(contents))
                        .stream()
                        .filter(section -> !section.isEmpty())
                        .toList();
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(html, style, script);
        html.open("body");
        html.element("a", "Skip to the results", "class", "skip", "href", "#results");
        new AnswerSection(contents).write(html, sections);
        html.open("main");
        for (Section section : sections) {
            html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
            html.element("h2", section.title(), "id", section.id() + "-title");
            section.write(html);
            html.close();
        }
        html.close();
        html.element(
                "footer",
                "Made by Modan from the files beside it; modan report makes it again. A research tool and no medical device.");
        if (!atlas.isEmpty()) {
            html.raw(DATA_START).raw(AtlasJson.write(atlas)).raw("</script>\n");
        }
        html.raw("<script>").raw(script).raw("</script>\n");
        return html.close().close().page();
    }

    private void head(Html html, String style, String script) {
        html.open("head");
        html.open("meta", "charset", "utf-8");
        html.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
                        .formatted(digest(script), digest(style)));
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", contents.study().run().settings().name() + " – Modan");
        html.open("link", "rel", "icon", "href", "data:,");
        html.raw("<style>").raw(style).raw("</style>");
        html.close();
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
