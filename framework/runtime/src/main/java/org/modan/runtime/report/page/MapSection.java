/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.stored.Thumbnails;
import org.modan.runtime.report.summary.Atlas;
import org.modan.runtime.report.table.HtmlTable;
import org.modan.runtime.report.text.Html;

/** Maps of the corpus as each encoder sees it, and measures of them. */
final class MapSection implements Section {

    private final Contents contents;
    private final Atlas atlas;

    MapSection(Contents contents, Atlas atlas) {
        this.contents = requireNonNull(contents, "contents is null");
        this.atlas = requireNonNull(atlas, "atlas is null");
    }

    @Override
    public String id() {
        return "maps";
    }

    @Override
    public String title() {
        return "Maps of the features";
    }

    @Override
    public boolean isEmpty() {
        return atlas.isEmpty() && contents.measures().isEmpty();
    }

    @Override
    public void write(Html html) {
        if (!atlas.isEmpty()) {
            html.element(
                    "p",
                    "Each point is an image of the corpus, placed by its features: neighbours look alike to the encoder. Axes have no meaning, and neither do distances between far groups. A colour stands for the same value on every map, and is nominal only.");
            html.element(
                    "p",
                    "Point at an image to see it on all maps. Drag to move; zoom with the buttons, the keys + and −, or with Ctrl and the wheel; the arrow keys move, 0 shows all.",
                    "class",
                    "note");
            html.open("noscript")
                    .element(
                            "p",
                            "The maps on this page need JavaScript; figures/ has them as pictures.")
                    .close();
            html.open("div", "id", "atlas-view").close();
            for (Thumbnails sheet : atlas.thumbnails()) {
                html.open(
                        "img",
                        "class",
                        "atlas-thumbnails",
                        "hidden",
                        "hidden",
                        "alt",
                        "Small pictures of the corpus",
                        "src",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(sheet.png()));
            }
        }
        contents.measures().ifPresent(table -> HtmlTable.write(table, html));
    }
}
