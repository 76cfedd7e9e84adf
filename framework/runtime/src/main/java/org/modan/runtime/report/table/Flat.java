/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

/** Headers where only one line of them is possible. */
final class Flat {

    private Flat() {}

    static String title(Table.Column column) {
        return (column.group() + " " + column.title()).strip();
    }
}
