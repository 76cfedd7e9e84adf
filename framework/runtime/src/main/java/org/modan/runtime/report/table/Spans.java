/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring columns of one group. */
final class Spans {

    record Span(String group, int first, int columns) {}

    private Spans() {}

    static List<Span> of(Table table) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String group = table.columns().get(i).group();
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).group().equals(group)) {
                Span span = spans.get(last);
                spans.set(last, new Span(group, span.first(), span.columns() + 1));
            } else {
                spans.add(new Span(group, i, 1));
            }
        }
        return spans;
    }
}
