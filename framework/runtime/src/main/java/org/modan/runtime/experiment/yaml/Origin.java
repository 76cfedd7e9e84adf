/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a value was written.
 *
 * @param source what a user calls the place: a file, an argument; empty if it has no name
 * @param line from 1; 0 if the place has no lines
 * @param column from 1; 0 if the place has no lines
 * @param base folder that relative paths written there start from
 */
public record Origin(String source, int line, int column, Path base) {

    public Origin {
        requireNonNull(source, "source is null");
        requireNonNull(base, "base is null");
    }

    /** A place without lines, such as an argument. */
    public static Origin of(String source, Path base) {
        return new Origin(source, 0, 0, base);
    }

    /** The start of a place with lines. */
    public static Origin ofText(String source, Path base) {
        return new Origin(source, 1, 1, base);
    }

    /** The same place at a line and column, if it has lines. */
    public Origin at(int newLine, int newColumn) {
        return line == 0 ? this : new Origin(source, newLine, newColumn, base);
    }

    /** What an error message starts with: {@code file:line: }, or nothing. */
    public String prefix() {
        if (source.isEmpty()) {
            return "";
        }
        return line == 0 ? source + ": " : source + ":" + line + ": ";
    }
}
