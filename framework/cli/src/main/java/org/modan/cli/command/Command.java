/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.List;
import org.apache.commons.cli.Options;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;

/** One command. To be asked for its help it must load neither plugins nor an engine. */
public interface Command {

    String name();

    /** One line for the list of commands. */
    String summary();

    /** The forms it can be given in. */
    List<String> usage();

    /** Paragraphs that its help adds. */
    default List<String> details() {
        return List.of();
    }

    Options options();

    /**
     * @throws org.modan.spi.ModanException if the user can do something about what went wrong
     */
    ExitCode run(Arguments arguments, Console console);
}
