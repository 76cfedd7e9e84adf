/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes HTML in which every text and every attribute is escaped. */
public final class Html {

    /** Elements that have no end. */
    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "img", "input");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element; a void one is closed at once.
     *
     * @param attributes names and values in turn; those with an empty value are left out
     */
    public Html open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]);
                out.append("=\"").append(Markup.escape(attributes[i + 1])).append('"');
            }
        }
        out.append('>');
        if (!VOID.contains(name)) {
            open.push(name);
        }
        return this;
    }

    /** Opens a box that scrolls, by keys too, where the page is narrower than what is in it. */
    public Html openScrollBox(String label) {
        return open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    }

    public Html text(String text) {
        out.append(Markup.escape(text));
        return this;
    }

    /** Closes the element that was opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        if (open.size() <= 4) {
            out.append('\n');
        }
        return this;
    }

    /** An element of a text alone. */
    public Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Markup of our own making, as it stands. */
    public Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** The page; every element must be closed. */
    public String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
