/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Says what a parser found wrong in one line. The parser's own texts run over several, with the
 * place inside them, and its exception's location is where the last good token ended.
 */
final class YamlSyntax {

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?m)^(?<what>.*)\\R in .*, line (?<line>\\d+), column (?<column>\\d+)");

    /** What the parser says, and what helps the author of the file. */
    private record Hint(String said, String meant) {}

    private static final List<Hint> HINTS =
            List.of(
                    new Hint("found character '\\t", "indented with a tab; use spaces"),
                    new Hint(
                            "mapping values are not allowed here",
                            "a ':' where none can be; check the indentation of this line and the"
                                    + " one before, or put the text in quotes"),
                    new Hint(
                            "that cannot start any token",
                            "a plain text cannot start with this character; put it in quotes"),
                    new Hint(
                            "found unexpected end of stream",
                            "a quote is opened but never closed; close it"),
                    new Hint("Expected a property name", "a key must be a plain text"));

    private YamlSyntax() {}

    static YamlProblem explain(JacksonException e, Origin source) {
        String said = e.getOriginalMessage();
        int line = 1;
        int column = 1;
        if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
            line = e.getLocation().getLineNr();
            column = e.getLocation().getColumnNr();
        }
        // The last place is the mistake; places before it say what was being read.
        Matcher place = PLACE.matcher(e.getOriginalMessage());
        while (place.find()) {
            said = place.group("what");
            line = Integer.parseInt(place.group("line"));
            column = Integer.parseInt(place.group("column"));
        }
        String what = said.lines().findFirst().orElse("unreadable");
        String meant =
                HINTS.stream()
                        .filter(hint -> what.contains(hint.said()))
                        .map(Hint::meant)
                        .findFirst()
                        .orElse(what);
        return new YamlProblem(
                source.at(line, column), "is no YAML at column %d: %s".formatted(column, meant));
    }
}
