/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A drawing.
 *
 * @param name of its files, without an ending
 * @param title what it shows, in a line
 * @param description what it shows, for those who cannot see it
 * @param width in pixels
 * @param height in pixels
 */
public record Figure(
        String name, String title, String description, int width, int height, List<Mark> marks) {

    public Figure {
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        requireNonNull(description, "description is null");
        marks = List.copyOf(marks);
    }
}
