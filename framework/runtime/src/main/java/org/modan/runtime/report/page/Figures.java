/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import java.util.List;
import org.modan.runtime.report.figure.Figure;
import org.modan.runtime.report.figure.SvgWriter;
import org.modan.runtime.report.text.Html;

/** Puts figures into a page. */
final class Figures {

    private Figures() {}

    /** Side by side where there is room. */
    static void panels(Html html, List<Figure> figures, String caption) {
        html.open("figure").open("div", "class", "panels");
        figures.forEach(figure -> html.raw(SvgWriter.write(figure)));
        html.close().element("figcaption", caption).close();
    }

    /** One that is wide, and scrolls where the page is narrow. */
    static void wide(Html html, Figure figure, String caption) {
        html.open("figure");
        html.openScrollBox(figure.title());
        html.raw(SvgWriter.write(figure)).close();
        html.element("figcaption", caption).close();
    }
}
