/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.nio.file.Path;
import org.modan.cli.console.Console;
import org.modan.cli.console.TextTable;
import org.modan.cli.console.TextTable.Side;
import org.modan.cli.host.Environment;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.OutputFolder;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.Plan;

/**
 * Prints the cells of a plan, and which of them are done; makes nothing.
 *
 * @param experiment its name
 * @param output the folder of the results, which need not exist
 */
record PlanReport(
        Console console, Environment environment, String experiment, Plan plan, Path output) {

    void print() {
        plan.warnings().forEach(warning -> console.tell("warning: " + warning));
        CellStore cells = OutputFolder.cellsIn(output);
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.LEFT).row("cell", "", "what");
        int done = 0;
        for (Cell cell : plan.cells()) {
            done += addTo(table, cell, cells);
        }
        console.print(
                "%s: %d cells, %d done, %d to do; results in %s"
                        .formatted(
                                experiment,
                                plan.cells().size(),
                                done,
                                plan.cells().size() - done,
                                environment.shown(output)));
        console.print("");
        console.print(table.lines());
    }

    private static int addTo(TextTable table, Cell cell, CellStore cells) {
        boolean done = cells.isDone(cell.key());
        table.row(cell.key().folder(), done ? "done" : "to do", cell.title());
        return done ? 1 : 0;
    }
}
