/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import java.util.List;
import java.util.Set;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;

/** One of the things that {@code modan plugins} does. */
interface PluginsAction {

    /** The word that asks for it. */
    String word();

    /** The options it takes, by their long names. */
    Set<String> options();

    /**
     * @param words after its own
     */
    ExitCode run(Arguments arguments, List<String> words, Console console);
}
